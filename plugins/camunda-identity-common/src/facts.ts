/**
 * Camunda's documented facts. Pulls in neither YAML nor zod, so that a card stays small.
 *
 * @packageDocumentation
 */
export * from './camunda';
