import { createDraftSchema } from '../../connections/schema';
import { providerSetupQuerySchema, registrationBodySchema } from '../schemas';
import type { ProviderSetupAnswer, Registrations } from '../types';
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
    registerApplications: {
      tag,
      summary: 'Register the applications at the provider',
      description:
        'Sends the requests of dynamic client registration (RFC 7591) and writes client IDs and secrets back. A client that has an ID keeps it, so that a second call does what a first one could not. Without `handOut` secrets are stored, which needs a key in the configuration. Needs the rights to change the connection and its secrets; for persons only.',
      body: {
        name: 'RegistrationRequest',
        schema: registrationBodySchema,
        required: true,
      },
      answer: answer<Registrations>('Registrations'),
      failures: [403, 404, 409, 412, 413, 429],
    },
  } as const satisfies Record<string, Operation>;
}
