import Ajv2020 from 'ajv/dist/2020';
import type { Response, Test } from 'supertest';
import { createOpenApiDocument } from 'backstage-plugin-camunda-identity-common/openapi';

const MOUNT = '/api/camunda-identity';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: { type?: string };
}

interface Described {
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Record<string, any> };
  responses: Record<
    string,
    { content?: Record<string, { schema: object }>; headers?: object }
  >;
}

/** Compares calls that were really made, and their answers, with the OpenAPI document. */
export function createDocumented() {
  const document = createOpenApiDocument();
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    allErrors: true,
  });
  const problems = (schema: object, value: unknown, where: string) => {
    const validate = ajv.compile({
      ...schema,
      components: document.components,
    });
    return validate(value)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message }) => `${where}${instancePath} ${message}`,
        );
  };

  /** The operation of a call; a path without parameters takes precedence. */
  function operationOf(method: string, path: string) {
    const found = Object.keys(document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .map(template => ({
        operation: document.paths[template][method] as Described | undefined,
        match: new RegExp(
          `^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
        ).exec(path),
      }))
      .find(({ operation, match }) => operation && match);
    if (!found?.operation) throw new Error(`${method} ${path} is undocumented`);
    return {
      operation: found.operation,
      params: Object.fromEntries(
        Object.entries(found.match?.groups ?? {}).map(([name, text]) => [
          name,
          decodeURIComponent(text),
        ]),
      ),
    };
  }

  function parts(response: Response) {
    // What was sent; superagent's types do not declare it.
    const { request } = response as any;
    const { method, url, _data: data } = request;
    const { pathname, searchParams } = new URL(url);
    return {
      ...operationOf(method.toLowerCase(), pathname.slice(MOUNT.length)),
      query: Object.fromEntries(searchParams),
      headers: request.header as Record<string, string>,
      body: typeof data === 'string' ? JSON.parse(data) : data,
    };
  }

  /** How a request violates the document. */
  function requestProblems(response: Response): string[] {
    const { operation, params, query, headers, body } = parts(response);
    const given = { path: params, query, header: headers };
    const ofParameters = (operation.parameters ?? []).flatMap(
      ({ name, in: place, required, schema }) => {
        const text = given[place][name];
        if (text === undefined) return required ? [`${name} is missing`] : [];
        const value = schema.type === 'integer' ? Number(text) : text;
        return problems(schema, value, name);
      },
    );
    const { requestBody } = operation;
    if (body === undefined)
      return requestBody?.required
        ? [...ofParameters, 'body is missing']
        : ofParameters;
    const type = headers['Content-Type'] ?? 'application/json';
    const content = requestBody?.content[type.split(';')[0]];
    return [
      ...ofParameters,
      ...(content
        ? problems(content.schema, body, 'body')
        : [`body: ${type} is undocumented`]),
    ];
  }

  /** How an answer violates the document. */
  function answerProblems(response: Response): string[] {
    const { operation } = parts(response);
    const { status, type, body } = response;
    const answer = operation.responses[status];
    if (!answer) return [`${status} is undocumented`];
    const missing = Object.keys(answer.headers ?? {})
      .filter(name => !(name.toLowerCase() in response.headers))
      .map(name => `${status} lacks ${name}`);
    if (!answer.content) return missing;
    const content = answer.content[type];
    if (!content) return [...missing, `${status}: ${type} is undocumented`];
    return type === 'application/json'
      ? [...missing, ...problems(content.schema, body, `${status}`)]
      : missing;
  }

  return {
    /** Expects success for a call that the document allows, with an answer that it allows. */
    async taken(call: Test, status = 200): Promise<Response> {
      const answer = await call;
      expect([answer.status, requestProblems(answer)]).toEqual([status, []]);
      expect(answerProblems(answer)).toEqual([]);
      return answer;
    },
    /** Expects a documented failure, whether or not the document allows the request. */
    async failed(call: Test, status: number): Promise<void> {
      const answer = await call;
      expect([answer.status, answerProblems(answer)]).toEqual([status, []]);
    },
    /** Expects a failure of a request that the document does not allow either. */
    async refused(call: Test): Promise<void> {
      const answer = await call;
      expect([answer.status, answerProblems(answer)]).toEqual([400, []]);
      // Includes the API's own message, to show which one it is.
      expect([answer.body.error.message, requestProblems(answer)]).not.toEqual([
        expect.anything(),
        [],
      ]);
    },
  };
}
