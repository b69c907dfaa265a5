/**
 * Fields of a connection record, with their validation (zod): loaded where somebody edits.
 *
 * @packageDocumentation
 */
export {};
