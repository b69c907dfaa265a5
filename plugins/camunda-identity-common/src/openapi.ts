/**
 * The OpenAPI document of the HTTP API and the schemas it is made from; pulls in zod.
 *
 * @packageDocumentation
 */
export * from './api/openapi/createOpenApiDocument';
export * from './api/operations';
export * from './api/routes';
export * as answers from './api/openapi/answers';
