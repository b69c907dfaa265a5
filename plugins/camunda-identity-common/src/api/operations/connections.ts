import {
  createConnectionSchema,
  createNewConnectionSchema,
} from '../../connections/schema';
import type { Connection } from '../../connections/types';
import { listQuerySchema } from '../schemas';
import type { ConnectionPage, ConnectionSummaryPage } from '../types';
import { answer, type Operation, type OperationOptions } from './types';

const tag = 'Connections';

export function connectionOperations({ clouds }: OperationOptions) {
  return {
    createConnection: {
      tag,
      summary: 'Register a connection',
      description:
        'Takes the owner from the catalog entity where none is given. The caller has to belong to the owner and to own the entity.',
      body: {
        name: 'NewConnection',
        schema: createNewConnectionSchema({ clouds }),
        required: true,
      },
      answer: answer<Connection>('Connection'),
      failures: [403, 409, 413],
    },
    listConnections: {
      tag,
      summary: 'List connections',
      description:
        'Pages forwards and backwards with cursors. Lists what the caller may read.',
      query: listQuerySchema,
      answer: answer<ConnectionPage | ConnectionSummaryPage>('ConnectionPage'),
    },
    getConnectionByName: {
      tag,
      summary: 'Read a connection by its name',
      description: 'As by its id.',
      answer: answer<Connection>('Connection'),
      failures: [404],
    },
    getConnection: {
      tag,
      summary: 'Read a connection',
      description:
        'With the applications to have at the provider and the last known health. The value of the initial claim is for owners and admins.',
      answer: answer<Connection>('Connection'),
      failures: [404],
    },
    updateConnection: {
      tag,
      summary: 'Change a connection',
      description:
        'A JSON merge patch (RFC 7396). The merged record is validated whole.',
      body: {
        name: 'ConnectionPatch',
        schema: createConnectionSchema({ clouds }).describe(
          'As much of a record as changes; null takes a key away',
        ),
        isMergePatch: true,
        required: true,
        mediaTypes: ['application/merge-patch+json', 'application/json'],
      },
      answer: answer<Connection>('Connection'),
      failures: [403, 404, 409, 412, 413, 428],
    },
    deleteConnection: {
      tag,
      summary: 'Delete a connection',
      description: 'Its reports and stored secrets go with it.',
      failures: [403, 404, 412, 428],
    },
  } as const satisfies Record<string, Operation>;
}
