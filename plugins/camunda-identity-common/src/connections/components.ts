import { z } from 'zod';
import { line } from '../fields/line';
import { scopesSchema } from '../providers/schema';
import { certificateReferenceSchema } from './certificate';
import { secretReferenceSchema } from './secrets';
import { baseUrl, httpUrl } from '../fields/urls';

const clientId = line(255, 'a client ID');
const audience = line(1024, 'an audience').optional();
const secret = secretReferenceSchema.optional();
const certificate = certificateReferenceSchema.optional();
// A scope of doubtful form is stored with a finding, so that a team sees why it cannot work.
const tokenScope = line(1024, 'a scope').optional();

const webApplication = z.strictObject({
  url: baseUrl(),
  clientId,
  audience,
  secret,
});

const claim = line(255, 'a claim name').optional();

/** Web Modeler and Camunda Hub: one application for the UI, one for the API. */
const twoClients = z.strictObject({
  url: baseUrl(),
  ui: z.strictObject({ clientId, audience }),
  api: z.strictObject({ clientId: clientId.optional(), audience, secret }),
});

/**
 * The components of a record; of all but Management Identity only those that the team runs.
 *
 * @public
 */
export const componentsSchema = z.strictObject({
  identity: webApplication.extend({ certificate }),
  operate: webApplication.optional(),
  tasklist: webApplication.optional(),
  optimize: webApplication.optional(),
  zeebe: z.strictObject({ clientId, audience, secret, tokenScope }).optional(),
  webModeler: twoClients.optional(),
  orchestration: z
    .strictObject({
      ...webApplication.shape,
      certificate,
      adminUsers: z.array(line(255, 'a user name')).max(100).optional(),
      usernameClaim: claim,
      clientIdClaim: claim,
      preferUsernameClaim: z
        .boolean({ error: 'expected true or false' })
        .optional(),
      groupsClaim: claim,
      scopes: scopesSchema.optional(),
    })
    .optional(),
  hub: twoClients.optional(),
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
      certificate,
    })
    .optional(),
});

/** @public */
export type Components = z.output<typeof componentsSchema>;
