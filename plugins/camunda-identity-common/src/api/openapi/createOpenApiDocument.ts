import { z } from 'zod';
import * as answers from './answers';
import { jsonSchema } from './jsonSchema';
import { asMergePatch } from './mergePatch';
import { operationsOf } from './operations';
import { responsesOf } from './responses';
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

function bodyOf({
  schema,
  required,
  mediaTypes,
  isMergePatch,
}: NonNullable<Operation['body']>) {
  const json = jsonSchema(schema, 'input');
  return {
    required: required ?? false,
    content: Object.fromEntries(
      (mediaTypes ?? ['application/json']).map(type => [
        type,
        { schema: isMergePatch ? asMergePatch(json) : json },
      ]),
    ),
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
    ...(body ? { requestBody: bodyOf(body) } : {}),
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
