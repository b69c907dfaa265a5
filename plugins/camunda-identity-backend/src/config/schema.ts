import {
  cloudsSchema,
  createPresetsSchema,
  MICROSOFT_CLOUDS,
  readInput,
} from 'backstage-plugin-camunda-identity-common';
import {
  DEFAULT_LIMITS,
  DEFAULT_RUN_TIMEOUT_MS,
} from 'backstage-plugin-camunda-identity-node';
import { z } from 'zod';
import {
  DAY,
  duration,
  flag,
  HOUR,
  listOf,
  MINUTE,
  requiredSection,
  SECOND,
  section,
  text,
  wholeNumber,
} from './fields';
import { caFileProblem, hostProblem, networkProblem } from './reach';
import { secretKeysSchema } from './secretKeys';

const SERVICE_ACTIONS = ['create', 'update', 'delete'] as const;
const RUNNING = ['never', 'onClick', 'daily'] as const;

const TIMEOUT = { min: 50, max: 600_000 };
const CADENCE = { min: SECOND, max: 366 * DAY };
/** Health lists this many reports, which must be kept. */
const MIN_REPORTS = 30;

/** A non-empty text. */
function judged(problemOf: (entry: string) => string | undefined) {
  return text.superRefine((entry, ctx) => {
    const message = problemOf(entry);
    if (message) ctx.addIssue({ code: 'custom', message });
  });
}

const adminSchema = text
  .regex(/^(user|group):[^:/\s]+\/[^:/\s]+$/i, {
    error:
      'expected a full reference of a user or group, such as group:default/platform',
  })
  .transform(ref => ref.toLocaleLowerCase('en-US'));

const serviceSchema = requiredSection({
  // Backstage accepts no other subjects either.
  subject: text.regex(/^\S+$/, { error: 'a subject has no spaces' }),
  actions: z
    .array(
      z.enum(SERVICE_ACTIONS, {
        error: `unknown action, expected ${SERVICE_ACTIONS.join(', ')}`,
      }),
      { error: 'expected a list' },
    )
    .min(1, { error: `no action, expected ${SERVICE_ACTIONS.join(', ')}` }),
});

/** Contradictory settings, each with the key to change. */
function contradictions(
  config: ConfigSettings,
): Array<[key: string, text: string]> {
  const { http, checks, schedule, retention } = config;
  const found: Array<[wrong: boolean, key: string, text: string]> = [
    [
      http.allowPlainHttp && http.allowedHosts.length === 0,
      'http.allowPlainHttp',
      'has no effect without http.allowedHosts',
    ],
    [
      http.runTimeoutMs < http.requestTimeoutMs,
      'http.runTimeoutMs',
      `is shorter than http.requestTimeoutMs (${http.requestTimeoutMs})`,
    ],
    [
      checks.every < checks.minEvery,
      'checks.every',
      'is shorter than checks.minEvery (PT5M by default)',
    ],
    [
      schedule.timeout < http.runTimeoutMs,
      'schedule.timeout',
      `is shorter than http.runTimeoutMs (${http.runTimeoutMs}): no check could end`,
    ],
    [
      retention.maxAge < checks.every,
      'retention.maxAge',
      '(P90D by default) is shorter than checks.every (P1D by default)',
    ],
  ];
  return found.flatMap(([wrong, key, message]) =>
    wrong ? [[key, message] as [string, string]] : [],
  );
}

const settingsSchema = section({
  admins: listOf(adminSchema),
  serviceAccess: listOf(serviceSchema).superRefine((services, ctx) => {
    const subjects = services.map(({ subject }) => subject);
    subjects.forEach((subject, n) => {
      if (subjects.indexOf(subject) !== n)
        ctx.addIssue({
          code: 'custom',
          path: [n, 'subject'],
          message: 'stands there twice',
        });
    });
  }),
  authorization: section({ ownershipFloor: flag(true) }),
  secrets: section({ keys: secretKeysSchema }),
  http: section({
    allowedHosts: listOf(judged(hostProblem)),
    allowedNetworks: listOf(judged(networkProblem)),
    caFiles: listOf(judged(caFileProblem)),
    allowPlainHttp: flag(false),
    requestTimeoutMs: wholeNumber({
      ...TIMEOUT,
      default: DEFAULT_LIMITS.requestTimeoutMs,
    }),
    maxPerHost: wholeNumber({
      min: 1,
      max: 100,
      default: DEFAULT_LIMITS.maxPerHost,
    }),
    runTimeoutMs: wholeNumber({ ...TIMEOUT, default: DEFAULT_RUN_TIMEOUT_MS }),
  }),
  microsoft: section({ clouds: cloudsSchema.default({}) }),
  checks: section({
    every: duration({ ...CADENCE, default: DAY }),
    minEvery: duration({ ...CADENCE, default: 5 * MINUTE }),
    retryAfter: duration({ ...CADENCE, default: 15 * MINUTE }),
    onDemandPerMinute: wholeNumber({ min: 1, max: 10_000, default: 10 }),
    running: z
      .enum(RUNNING, { error: `expected one of ${RUNNING.join(', ')}` })
      .default('onClick'),
  }),
  schedule: section({
    enabled: flag(true),
    frequency: duration({ min: SECOND, max: DAY, default: MINUTE }),
    timeout: duration({ min: 10 * SECOND, max: DAY, default: HOUR }),
    concurrency: wholeNumber({ min: 1, max: 500, default: 10 }),
  }),
  retention: section({
    maxAge: duration({ min: HOUR, max: 3_660 * DAY, default: 90 * DAY }),
    maxReports: wholeNumber({ min: MIN_REPORTS, max: 10_000, default: 200 }),
  }),
  // The clouds that a preset may name are known only when they are read.
  presets: z.unknown().optional(),
  notifications: flag(true),
});

type ConfigSettings = z.output<typeof settingsSchema>;

/**
 * `camundaIdentity` of app-config: every key of this and the other packages, with type and default. A new key
 * needs a line here and one in `config.d.ts`.
 */
export const configSchema = settingsSchema.transform((settings, ctx) => {
  for (const [key, message] of contradictions(settings))
    ctx.addIssue({ code: 'custom', path: key.split('.'), message });
  const clouds = { ...MICROSOFT_CLOUDS, ...settings.microsoft.clouds };
  const presets = readInput(
    createPresetsSchema(Object.keys(clouds)),
    settings.presets ?? [],
  );
  if (!presets.success)
    for (const issue of presets.error.issues)
      ctx.addIssue({ ...issue, path: ['presets', ...issue.path] } as never);
  return { ...settings, clouds, presets: presets.data ?? [] };
});

/** What a service may do beyond reading and checking. */
export type ServiceAction = (typeof SERVICE_ACTIONS)[number];

/** When the running components of a record are asked. */
export type RunningChecks = (typeof RUNNING)[number];
