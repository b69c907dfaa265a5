/**
 * The fields of a record's form, for templates and the page that edits; pulls in zod.
 *
 * @packageDocumentation
 */
export * from './forms/index';
