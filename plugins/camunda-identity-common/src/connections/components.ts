import { z } from 'zod';
import { line } from '../fields/line';
import { secretReferenceSchema } from './secrets';
import { baseUrl, httpUrl } from '../fields/urls';

const clientId = line(255, 'a client ID');
const audience = line(1024, 'an audience').optional();
const secret = secretReferenceSchema.optional();
// A scope of doubtful form is stored with a finding, so that a team sees why it cannot work.
const tokenScope = line(1024, 'a scope').optional();

const webApplication = z.strictObject({
  url: baseUrl(),
  clientId,
  audience,
  secret,
});

/**
 * The components of a record; of all but Management Identity only those that the team runs.
 *
 * @public
 */
export const componentsSchema = z.strictObject({
  identity: webApplication,
  operate: webApplication.optional(),
  tasklist: webApplication.optional(),
  optimize: webApplication.optional(),
  zeebe: z.strictObject({ clientId, audience, secret, tokenScope }).optional(),
  webModeler: z
    .strictObject({
      url: baseUrl(),
      ui: z.strictObject({ clientId, audience }),
      api: z.strictObject({
        clientId: clientId.optional(),
        audience,
        secret,
      }),
    })
    .optional(),
  console: z
    .strictObject({
      url: baseUrl(),
      clientId,
      audience,
      wellKnown: httpUrl().optional(),
    })
    .optional(),
  connectors: z
    .strictObject({
      mode: z.enum(['outbound', 'inbound'], {
        error: 'expected "outbound" or "inbound"',
      }),
      clientId,
      audience,
      operateAudience: audience,
      tokenScope,
      secret,
    })
    .optional(),
});

/** @public */
export type Components = z.output<typeof componentsSchema>;
