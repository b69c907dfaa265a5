import { z } from 'zod';
import { CAMUNDA_VERSIONS } from '../../camunda';
import { componentsSchema } from '../../connections/components';
import { machineClientsSchema } from '../../connections/machineClients';
import { createProviderSchema } from '../../providers/schema';
import { clientKeySchema } from '../../connections/runSecrets';

/*
 * What the API answers. Answers are made by our own code and typed there; these schemas describe them for
 * the OpenAPI document, and the backend's tests hold real answers against them.
 */

const at = z.iso.datetime().describe('ISO 8601, UTC');
const url = z.string().meta({ format: 'uri' });
const entityRef = z.string().describe('Entity reference');
const status = z.enum(['unknown', 'pass', 'warn', 'fail']);
const result = z.enum(['pass', 'info', 'warn', 'fail', 'unknown', 'skipped']);

const count = z.number();

/** @public */
export const errorAnswer = z.looseObject({
  error: z.looseObject({
    name: z.string(),
    message: z.string().describe('What is wrong, where, and what to do'),
  }),
});

/** @public */
export const findingAnswer = z.strictObject({
  code: z.string().describe('Stable; listed by GET /v1/findings'),
  result,
  subject: z.strictObject({
    kind: z.enum(['provider', 'client', 'record']),
    client: clientKeySchema.optional(),
  }),
  title: z.string(),
  message: z.string(),
  remedy: z.string().optional(),
  docsUrl: url.optional(),
  evidence: z
    .record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
    )
    .optional(),
  durationMs: z.number().optional(),
  causedBy: z
    .string()
    .optional()
    .describe('Code of the finding that this one follows from'),
});

const coverage = z
  .strictObject({
    provider: z.boolean(),
    clients: z.strictObject({
      total: count,
      checked: count,
      secretsTested: count,
    }),
  })
  .describe('What the status rests on');

/** @public */
export const reportHeaderAnswer = z.strictObject({
  id: z.string(),
  connectionId: z.string().optional(),
  recordEtag: z.string().optional(),
  trigger: z.enum(['manual', 'schedule', 'draft', 'scaffolder', 'login']),
  startedAt: at,
  finishedAt: at,
  durationMs: z.number(),
  status,
  summary: z.strictObject({
    pass: count,
    info: count,
    warn: count,
    fail: count,
    unknown: count,
    skipped: count,
  }),
  coverage: coverage.optional(),
});

/** @public */
export const reportAnswer = reportHeaderAnswer.extend({
  findings: z.array(findingAnswer),
});

const storedSlot = {
  setAt: at,
  setBy: entityRef,
  expiresAt: at.optional(),
};

/**
 * What is told of a secret that is stored encrypted: never its value.
 *
 * @public
 */
export const storedSecretAnswer = z.strictObject({
  stored: z.literal(true),
  setAt: at.optional(),
  setBy: entityRef.optional(),
  next: z.strictObject(storedSlot).optional(),
});

const healthEntry = z.strictObject({
  status,
  checkedAt: at,
  reportId: z.string(),
});

/** @public */
export const clientAnswer = z.strictObject({
  key: clientKeySchema,
  title: z.string(),
  clientId: z.string(),
  clientType: z.enum(['confidential', 'public']),
  entraPlatform: z.enum(['web', 'spa', 'none']),
  redirectUris: z.array(url),
  postLogoutRedirectUris: z.array(url),
  helmRedirectUrl: url.optional(),
  grantTypes: z.array(z.string()),
  scopes: z.array(z.string()),
  notes: z.array(
    z.looseObject({
      code: z.string(),
      severity: z.enum(['info', 'note', 'warning', 'danger']),
      text: z.string(),
      docsUrl: url.optional(),
    }),
  ),
});

const verified = z
  .strictObject({ at, by: entityRef, client: clientKeySchema })
  .describe('When a real sign-in last succeeded, as the record is now');

const provider = createProviderSchema();

const providerSummary = z.looseObject({
  title: z.string(),
  profile: z.string(),
  issuer: url,
  issuerBackendUrl: url,
});

/**
 * What people edit comes back as it was sent, with what the server works out.
 *
 * @public
 */
export const connectionAnswer = z.looseObject({
  id: z.string(),
  etag: z
    .string()
    .describe('Covers what a person edits, not what follows from checks'),
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  entityRef,
  owner: entityRef,
  camundaVersion: z.enum(CAMUNDA_VERSIONS),
  provider,
  components: componentsSchema,
  machineClients: machineClientsSchema.optional(),
  initialClaim: z.looseObject({
    name: z.string(),
    value: z.string().optional(),
    valueHidden: z.literal(true).optional(),
    state: z.enum(['pending', 'set']),
    setAt: at.optional(),
    setBy: entityRef.optional(),
  }),
  checks: z.looseObject({ every: z.string() }).optional(),
  clients: z.array(clientAnswer),
  providerSummary,
  discovered: z
    .looseObject({
      authUrl: url,
      tokenUrl: url,
      jwksUrl: url,
      endSessionUrl: url.optional(),
      at,
    })
    .optional(),
  health: z.looseObject({
    status,
    checkedAt: at.optional(),
    reportId: z.string().optional(),
    coverage,
    recent: z.array(healthEntry).max(30),
  }),
  secretsExpireAt: at.optional(),
  verified: verified.optional(),
  createdAt: at,
  createdBy: entityRef,
  updatedAt: at,
  updatedBy: entityRef,
});

/** @public */
export const loginTestAnswer = z.strictObject({
  id: z.string().describe('Only whoever began it can complete it'),
  authorizationUrl: url.describe('Where the person signs in'),
  redirectUri: url.describe(
    'To be registered at the provider for this application, beside the component’s own',
  ),
  expiresAt: at,
});

/** @public */
export const loginTestResultAnswer = z.strictObject({
  connectionId: z.string().optional(),
  client: clientKeySchema,
  finishedAt: at,
  status,
  verified: z.boolean().describe('The record is marked as verified'),
  signedInAs: z
    .string()
    .optional()
    .describe('By which the component knows the person'),
  claims: z
    .array(
      z.strictObject({
        name: z.string(),
        idToken: z.string().optional(),
        accessToken: z.string().optional(),
        userInfo: z.string().optional(),
      }),
    )
    .describe('About the person who signed in; stored nowhere'),
  initialClaim: z
    .strictObject({
      name: z.string(),
      verdict: z.enum(['matches', 'differs', 'present', 'missing']),
    })
    .optional(),
  findings: z.array(findingAnswer),
});

function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    nextCursor: z.string().optional(),
    prevCursor: z.string().optional(),
    totalItems: z.number().optional(),
  });
}

/**
 * What a list shows of a record.
 *
 * @public
 */
export const connectionSummaryAnswer = z.looseObject({
  id: z.string(),
  etag: z.string(),
  name: z.string(),
  title: z.string().optional(),
  entityRef,
  owner: entityRef,
  camundaVersion: z.enum(CAMUNDA_VERSIONS),
  providerSummary: z.strictObject({
    title: z.string(),
    profile: z.string(),
    issuer: url,
  }),
  initialClaim: z.strictObject({ state: z.enum(['pending', 'set']) }),
  health: z.looseObject({
    status,
    checkedAt: at.optional(),
    reportId: z.string().optional(),
  }),
  secretsExpireAt: at.optional(),
  verified: verified.omit({ by: true }).optional(),
  upgrade: z
    .strictObject({
      to: z.enum(CAMUNDA_VERSIONS),
      questions: z.number().int(),
    })
    .optional()
    .describe(
      'A later version of Camunda, and how many questions an upgrade leaves to the team',
    ),
  updatedAt: at,
  updatedBy: entityRef,
});

/** @public */
export const upgradeProposalAnswer = z.strictObject({
  record: z.strictObject({
    camundaVersion: z.enum(CAMUNDA_VERSIONS),
    components: componentsSchema,
  }),
  changes: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.enum(['added', 'removed', 'changed']),
    }),
  ),
  questions: z.array(
    z.strictObject({
      path: z.string(),
      question: z.string(),
      suggestion: z.string().optional(),
    }),
  ),
});

/** @public */
export const connectionPageAnswer = pageOf(
  z.union([connectionAnswer, connectionSummaryAnswer]),
);
/** @public */
export const reportPageAnswer = pageOf(reportHeaderAnswer);

/** @public */
export const providerSetupAnswer = z.strictObject({
  product: z.string().describe('Product, or profile of the provider'),
  title: z.string(),
  steps: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      values: z
        .array(
          z.strictObject({
            label: z.string(),
            value: z.string(),
            client: clientKeySchema.optional(),
          }),
        )
        .optional(),
      docsUrl: url.optional(),
    }),
  ),
  files: z.array(
    z.strictObject({
      path: z.string(),
      mediaType: z.string(),
      content: z.string(),
    }),
  ),
  findings: z.array(findingAnswer),
});

/** @public */
export const registrationsAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      client: clientKeySchema,
      outcome: z.enum(['registered', 'kept', 'failed', 'not-tried']),
      clientId: z.string().optional(),
      message: z.string().optional(),
      changed: z
        .array(z.string())
        .optional()
        .describe('Members that the provider registered otherwise'),
      secretStored: z.literal(true).optional(),
      secret: z.string().optional().describe('Only with handOut'),
      secretExpiresAt: at.optional(),
      registrationAccessToken: z
        .string()
        .optional()
        .describe('Only with handOut; it is not kept here'),
      registrationClientUri: url.optional(),
    }),
  ),
});

/** @public */
export const configAnswer = z.strictObject({
  files: z.array(
    z.strictObject({
      path: z.string(),
      mediaType: z.string(),
      content: z.string(),
    }),
  ),
  findings: z.array(findingAnswer),
});

const differenceText = z.string().nullable();

/** @public */
export const configComparisonAnswer = z.strictObject({
  differences: z.array(
    z.strictObject({
      container: z.string().optional(),
      key: z.string(),
      line: z.int().optional(),
      expected: differenceText,
      actual: differenceText,
      meaning: z.string().optional(),
      takesEffect: z.boolean().optional(),
    }),
  ),
  findings: z.array(findingAnswer),
});

/** @public */
export const valuesUpgradeAnswer = z.strictObject({
  content: z.string(),
  changes: z.array(
    z.strictObject({
      key: z.string(),
      line: z.int(),
      kind: z.enum(['dead', 'renamed', 'refused', 'meaning', 'added']),
      replacement: z.string().optional(),
      text: z.string(),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
  ),
  questions: z
    .array(z.strictObject({ key: z.string(), text: z.string() }))
    .optional(),
  findings: z.array(findingAnswer).optional(),
  masked: z.array(z.strictObject({ key: z.string(), line: z.int() })),
  notListed: z.int().optional(),
});

/** @public */
export const claimChangesAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      kind: z.enum(['set', 'changed', 'reset']),
      name: z.string(),
      value: z.string().optional(),
      valueHidden: z.literal(true).optional(),
      reason: z.string().optional(),
      at,
      by: entityRef,
    }),
  ),
});

/** @public */
export const camundaFactsAnswer = z.looseObject({
  version: z.string(),
  docsUrl: url,
  components: z.array(
    z.looseObject({
      key: z.string(),
      title: z.string(),
      purpose: z.string(),
      clients: z.array(z.looseObject({ key: clientKeySchema })),
    }),
  ),
  features: z.array(
    z.looseObject({ code: z.string(), available: z.boolean() }),
  ),
  notices: z.array(z.looseObject({ code: z.string() })),
});

/** @public */
export const findingsAnswer = z.strictObject({
  items: z.array(
    z.looseObject({
      code: z.string(),
      title: z.string(),
      severity: z.enum(['info', 'warn', 'fail', 'unknown']),
      explanation: z.string(),
      remedy: z.string().optional(),
      source: z.string(),
    }),
  ),
});

/** @public */
export const presetsAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      description: z.string().optional(),
      docsUrl: url.optional(),
      provider,
      default: z.boolean().optional(),
      providerSummary,
    }),
  ),
});
