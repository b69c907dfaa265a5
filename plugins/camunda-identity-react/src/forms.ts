/**
 * The form fields of a record, for templates and the edit page; depends on zod.
 *
 * @packageDocumentation
 */
export * from './forms/index';
