/**
 * Writing configuration from a record; pulls in a YAML library.
 *
 * @packageDocumentation
 */
export * from './config/index';
