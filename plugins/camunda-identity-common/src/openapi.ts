/**
 * The OpenAPI document of the HTTP API; pulls in zod and every schema.
 *
 * @packageDocumentation
 */
export * from './api/openapi/createOpenApiDocument';
export * from './api/openapi/operations';
export * from './api/openapi/types';
export * as answers from './api/openapi/answers';
