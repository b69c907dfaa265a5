import type { z } from 'zod';
import { operationsOf } from '../operations';
import {
  TAGS,
  type Operation,
  type OperationOptions,
} from '../operations/types';
import { ROUTES, type OperationId, type Route } from '../routes';
import { SchemaComponents } from './components';
import { jsonSchema } from './jsonSchema';
import { asMergePatch } from './mergePatch';
import { responsesOf } from './responses';

/** Parameters in paths; one that has a schema says it there. */
const PATH_PARAMETERS: Record<string, string> = {
  id: 'Id of a connection',
  name: 'Unique name of a connection',
  reportId: 'Id of a report of this connection',
  loginTestId: 'Id of a login test that the caller has begun',
  client: 'Key of a client, as in `clients` of the record',
  version: 'Version of Camunda',
};

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  description:
    'The etag that was read, quoted or bare; `*` for whatever is there',
  schema: { type: 'string' },
};

function parametersOf(
  { path, ifMatch }: Route,
  { params, query }: Operation,
  components: SchemaComponents,
) {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    description: PATH_PARAMETERS[name],
    schema: params?.[name]
      ? components.inline(jsonSchema(params[name], 'input'))
      : { type: 'string' },
  }));
  const shape: z.core.JSONSchema.BaseSchema = query
    ? jsonSchema(query, 'input')
    : {};
  const inQuery = Object.entries(shape.properties ?? {}).map(
    ([name, property]) => {
      const { description, ...schema } = property as { description?: string };
      return {
        name,
        in: 'query',
        required: shape.required?.includes(name) ?? false,
        description,
        schema: components.inline(schema),
      };
    },
  );
  return [
    ...inPath,
    ...inQuery,
    ...(ifMatch ? [{ ...IF_MATCH, required: ifMatch === 'required' }] : []),
  ];
}

function bodyOf(
  {
    name,
    schema,
    required,
    mediaTypes,
    isMergePatch,
  }: NonNullable<Operation['body']>,
  components: SchemaComponents,
) {
  const json = jsonSchema(schema, 'input');
  const named = components.body(name, isMergePatch ? asMergePatch(json) : json);
  return {
    required: required ?? false,
    content: Object.fromEntries(
      (mediaTypes ?? ['application/json']).map(type => [
        type,
        { schema: named },
      ]),
    ),
  };
}

function toOpenApi(
  operationId: OperationId,
  operation: Operation,
  components: SchemaComponents,
) {
  const { tag, summary, description, body } = operation;
  const route: Route = ROUTES[operationId];
  const parameters = parametersOf(route, operation, components);
  return {
    operationId,
    tags: [tag],
    summary,
    description,
    ...(route.open ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: bodyOf(body, components) } : {}),
    responses: responsesOf(route, operation),
  };
}

/**
 * The OpenAPI 3.1 document of the HTTP API, made from the schemas that validate.
 *
 * @public
 */
export function createOpenApiDocument(options: OperationOptions = {}) {
  const paths: Record<string, Record<string, object>> = {};
  const components = new SchemaComponents();
  for (const [id, operation] of Object.entries(operationsOf(options))) {
    const { path: template, method } = ROUTES[id as OperationId];
    const path = template.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [method]: toOpenApi(id as OperationId, operation, components),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Camunda Identity for Backstage',
      version: '1.0.0',
      description:
        'Connections of Camunda 8 Self-Managed to OpenID providers: records, checks, configuration.',
      contact: {
        name: 'The platform team of this portal',
        url: 'https://backstage.io',
      },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [
      {
        url: '/api/camunda-identity',
        description: 'Below the base URL of the Backstage backend',
      },
    ],
    security: [{ backstage: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({
      name,
      description,
    })),
    paths,
    components: {
      securitySchemes: {
        backstage: {
          type: 'http',
          scheme: 'bearer',
          description: 'A Backstage token of a user or a service',
        },
      },
      schemas: components.schemas(),
    },
  };
}
