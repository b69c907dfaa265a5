import { z } from 'zod';
import * as answers from './answers';
import { operationsOf } from './operations';
import type { OpenApiOptions, Operation } from './types';

const ANSWERS: Record<string, z.ZodType> = {
  Error: answers.errorAnswer,
  Connection: answers.connectionAnswer,
  ConnectionPage: answers.connectionPageAnswer,
  Report: answers.reportAnswer,
  ReportPage: answers.reportPageAnswer,
  Config: answers.configAnswer,
  ConfigComparison: answers.configComparisonAnswer,
  ValuesUpgrade: answers.valuesUpgradeAnswer,
  InitialClaimChanges: answers.claimChangesAnswer,
  CamundaFacts: answers.camundaFactsAnswer,
  Findings: answers.findingsAnswer,
  ProviderPresets: answers.presetsAnswer,
  OpenApi: z.looseObject({ openapi: z.string() }),
};

const TAGS: Record<string, string> = {
  Connections: 'Records of how a Camunda is connected to its OpenID provider',
  Configuration:
    'Configuration files: written from a record, compared with it, upgraded',
  Checks: 'Checks of the provider, and their reports',
  'Initial claim': 'The life cycle of the first administrator’s claim',
  Secrets: 'Stored client secrets; they go in and never come out',
  Facts: 'What Camunda documents',
};

const FAILURES: Record<number, string> = {
  400: 'Every problem of body or query, as `path: what is wrong`',
  401: 'No credential',
  403: 'Readable, but not yours to change',
  404: 'Not there, or not yours to read',
  409: 'Against what is stored; the message says what',
  412: 'Changed since it was read',
  413: 'A body of more than 256 KiB',
  428: 'The header If-Match is missing',
  429: 'Too many checks in a minute; Retry-After says when',
};

function jsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    // What only a program can refuse, the description says.
    unrepresentable: 'any',
  });
  return rest;
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function parametersOf({ path, params, query, ifMatch }: Operation) {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: params?.[name]
      ? jsonSchema(params[name], 'input')
      : { type: 'string' },
  }));
  const shape: z.core.JSONSchema.BaseSchema = query
    ? jsonSchema(query, 'input')
    : {};
  const inQuery = Object.entries(shape.properties ?? {}).map(
    ([name, schema]) => ({
      name,
      in: 'query',
      required: shape.required?.includes(name) ?? false,
      schema,
    }),
  );
  const header = {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The etag that was read, quoted or bare',
    schema: { type: 'string' },
  };
  return [...inPath, ...inQuery, ...(ifMatch ? [header] : [])];
}

function responsesOf(operation: Operation) {
  const { status, answer, alternatives, etag, failures = [] } = operation;
  const failed = [400, 401, ...failures].map(code => [
    String(code),
    {
      description: FAILURES[code],
      ...(code === 429
        ? {
            headers: {
              'Retry-After': {
                description: 'Seconds',
                schema: { type: 'integer' },
              },
            },
          }
        : {}),
      content: { 'application/json': { schema: ref('Error') } },
    },
  ]);
  const others = Object.entries(alternatives ?? {}).map(
    ([type, description]) => [
      type,
      { schema: { type: 'string', description } },
    ],
  );
  // An event stream is 200, whatever the report is answered with.
  const streams = status === 201 ? others : [];
  const content = {
    ...(answer ? { 'application/json': { schema: ref(answer) } } : {}),
    ...Object.fromEntries(status === 201 ? [] : others),
  };
  return {
    [status]: {
      description: operation.summary,
      ...(etag
        ? {
            headers: {
              ETag: {
                description: 'For If-Match of a later change',
                schema: { type: 'string' },
              },
            },
          }
        : {}),
      ...(answer ? { content } : {}),
    },
    ...(streams.length > 0
      ? {
          200: {
            description: 'The same, as it happens',
            content: Object.fromEntries(streams),
          },
        }
      : {}),
    ...Object.fromEntries(failed),
  };
}

function toOpenApi(operation: Operation) {
  const { operationId, tag, summary, description, body } = operation;
  const parameters = parametersOf(operation);
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: body.required ?? false,
            content: Object.fromEntries(
              (body.mediaTypes ?? ['application/json']).map(type => [
                type,
                { schema: jsonSchema(body.schema, 'input') },
              ]),
            ),
          },
        }
      : {}),
    responses: responsesOf(operation),
  };
}

/**
 * The OpenAPI 3.1 document of the HTTP API, made from the schemas that validate.
 *
 * @public
 */
export function createOpenApiDocument(options: OpenApiOptions = {}) {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operationsOf(options)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [operation.method]: toOpenApi(operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Camunda Identity for Backstage',
      version: '1.0.0',
      description:
        'Connections of Camunda 8 Self-Managed to OpenID providers: records, checks, configuration.',
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
      schemas: Object.fromEntries(
        Object.entries(ANSWERS).map(([name, schema]) => [
          name,
          jsonSchema(schema, 'output'),
        ]),
      ),
    },
  };
}
