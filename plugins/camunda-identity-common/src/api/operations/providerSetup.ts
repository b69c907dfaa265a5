import { createDraftSchema } from '../../connections/schema';
import { providerSetupQuerySchema } from '../schemas';
import type { ProviderSetupAnswer } from '../types';
import { answer, type Operation, type OperationOptions } from './types';

const tag = 'Provider set-up';

export function providerSetupOperations({ clouds }: OperationOptions) {
  return {
    getProviderSetup: {
      tag,
      summary: 'What has to exist at the provider of a connection',
      description:
        'Steps for a person and files that do it, for the product that the provider is, or another. No secret is in it.',
      query: providerSetupQuerySchema,
      answer: answer<ProviderSetupAnswer>('ProviderSetup'),
      failures: [404],
    },
    writeProviderSetup: {
      tag,
      summary: 'The same for what is not saved',
      description:
        'Stores nothing. Without a version the newest one is meant that has the components.',
      query: providerSetupQuerySchema,
      body: {
        name: 'ConnectionDraft',
        schema: createDraftSchema({ clouds }),
        required: true,
      },
      answer: answer<ProviderSetupAnswer>('ProviderSetup'),
      failures: [413],
    },
  } as const satisfies Record<string, Operation>;
}
