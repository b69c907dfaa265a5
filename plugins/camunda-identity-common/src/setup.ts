/**
 * Writing what has to exist at the provider: steps, scripts, Terraform, work order.
 *
 * @packageDocumentation
 */
export * from './providers/setup';
