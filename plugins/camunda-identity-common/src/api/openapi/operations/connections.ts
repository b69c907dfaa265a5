import {
  createConnectionSchema,
  createNewConnectionSchema,
} from '../../../connections/schema';
import { listQuerySchema } from '../../schemas';
import type { OpenApiOptions, Operation } from '../types';

const tag = 'Connections';
const answer = 'Connection';

export function connectionOperations({ clouds }: OpenApiOptions): Operation[] {
  const path = '/v1/connections/:id';
  return [
    {
      method: 'post',
      path: '/v1/connections',
      operationId: 'createConnection',
      tag,
      summary: 'Register a connection',
      body: { schema: createNewConnectionSchema({ clouds }), required: true },
      status: 201,
      answer,
      etag: true,
      failures: [403, 409, 413],
    },
    {
      method: 'get',
      path: '/v1/connections',
      operationId: 'listConnections',
      tag,
      summary: 'List connections',
      description:
        'Pages forwards and backwards with cursors. `q` finds words that begin with those given, in name, title, issuer and client IDs.',
      query: listQuerySchema,
      status: 200,
      answer: 'ConnectionPage',
    },
    {
      method: 'get',
      path: '/v1/connections/by-name/:name',
      operationId: 'getConnectionByName',
      tag,
      summary: 'Read a connection by its name',
      status: 200,
      answer,
      etag: true,
      failures: [404],
    },
    {
      method: 'get',
      path,
      operationId: 'getConnection',
      tag,
      summary: 'Read a connection',
      status: 200,
      answer,
      etag: true,
      failures: [404],
    },
    {
      method: 'patch',
      path,
      operationId: 'updateConnection',
      tag,
      summary: 'Change a connection',
      description:
        'A JSON merge patch (RFC 7396). The merged record is validated whole.',
      ifMatch: true,
      body: {
        schema: createConnectionSchema({ clouds }).describe(
          'As much of a record as changes; null takes a key away',
        ),
        isMergePatch: true,
        required: true,
        mediaTypes: ['application/merge-patch+json', 'application/json'],
      },
      status: 200,
      answer,
      etag: true,
      failures: [403, 404, 409, 412, 413, 428],
    },
    {
      method: 'delete',
      path,
      operationId: 'deleteConnection',
      tag,
      summary: 'Delete a connection with its reports and secrets',
      ifMatch: true,
      status: 204,
      failures: [403, 404, 412, 428],
    },
  ];
}
