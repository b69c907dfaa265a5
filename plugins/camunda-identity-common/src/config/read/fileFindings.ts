import { hasOrchestrationCluster, type CamundaVersion } from '../../camunda';
import { PRESET_AUDIENCES } from '../../camunda/presetAudiences';
import { finding, type Finding } from '../../checks';
import type { ConfigFormat } from '../types';
import { displayKey } from './displayKey';
import { MASK } from './mask';
import { versionFindings } from './pinnedVersions';
import type { ReadKey, ReadKeys } from './readKeys';
import type { Said } from './Said';

/* What there is to say of a file as a whole. */

const RECORD = { kind: 'record' as const };

const FORMS: Readonly<Record<string, string>> = {
  helm: 'a values file of the Camunda chart (keys such as global.identity.auth.issuer)',
  env: 'environment variables (dotenv, Compose, Kubernetes, docker run; names such as CAMUNDA_IDENTITY_ISSUER)',
  'application-yaml':
    'an application.yaml or .properties of a component (keys such as camunda.identity.issuer)',
  'kubernetes-secret': 'manifests of kind Secret',
};

/** True for a key that says something of Camunda’s sign-in, or tries to. */
function isOurs({ standing }: ReadKey): boolean {
  return standing.kind !== 'foreign';
}

function nothing(
  { keys, sources }: ReadKeys,
  format: ConfigFormat,
  version: CamundaVersion,
): Finding[] {
  const signIn = keys.some(
    key =>
      key.meaning ||
      /^(old|unknown|refused|ineffective|harmless)$/.test(key.standing.kind) ||
      (key.property &&
        key.property.about !== 'other' &&
        key.property.about !== 'ca'),
  );
  if (signIn) return [];
  const some = keys.filter(isOurs);
  // A file that only says where the variables are is no foreign one.
  if (!some.length && sources.some(({ elsewhere: of }) => of?.length))
    return [
      finding('config.nothing-recognised', 'warn', RECORD, {
        message:
          'The file holds no variables itself: its containers take them from other files or objects',
        remedy: 'Give those files, one at a time or all in one Compose file.',
      }),
    ];
  return [
    finding('config.nothing-recognised', 'warn', RECORD, {
      message: some.length
        ? `The file has keys of Camunda ${version} (${displayKey(
            some[0],
          )}, line ${some[0].line}), but nothing of the sign-in with a provider`
        : `Nothing in the file is configuration of Camunda ${version}; expected was ${FORMS[format]}`,
      remedy: `Give ${FORMS[format]}, also inside a HelmRelease, an Argo CD Application, a ConfigMap or a parent chart’s values.`,
    }),
  ];
}

/** Where the values stand, if not at the top of the file. */
function wrapped({ sources }: ReadKeys): Finding[] {
  const places = [
    ...new Set(
      sources.flatMap(({ place, keys, container }) =>
        place && !container && keys.length ? [place] : [],
      ),
    ),
  ];
  if (places.length === 0) return [];
  return [
    finding('config.wrapped', 'info', RECORD, {
      message: `Read where it stands: ${places.slice(0, 10).join('; ')}`,
      evidence: { places: places.slice(0, 50) },
    }),
  ];
}

function otherForm({ form }: ReadKeys, format: ConfigFormat): Finding[] {
  if (!form || form === format) return [];
  return [
    finding('config.other-form', 'info', RECORD, {
      message: `The file was given as ${format}; it is ${FORMS[form]} and was read as that`,
    }),
  ];
}

/** Variables that the file only refers to. */
function elsewhere({ sources }: ReadKeys): Finding[] {
  const places = [
    ...new Set(
      sources.flatMap(source =>
        (source.elsewhere ?? []).map(({ what }) => what),
      ),
    ),
  ];
  if (places.length === 0) return [];
  return [
    finding('config.variables-elsewhere', 'info', RECORD, {
      message: `More variables stand in ${places
        .slice(0, 10)
        .join(
          ', ',
        )}, which the file does not hold; what is missing here may be there`,
      evidence: { places: places.slice(0, 50) },
    }),
  ];
}

const PROVIDER_ID = /providers\.oidc\.([^.]+)\.|_PROVIDERS_OIDC_([A-Z0-9]+)_/i;

/** Names of the providers of a cluster that has several. */
export function providersIn(keys: readonly ReadKey[]): string[] {
  const names = keys.flatMap(({ path, standing }) => {
    const found = PROVIDER_ID.exec(path.join('.'));
    return found && standing.kind !== 'foreign'
      ? [(found[1] ?? found[2]).toLowerCase()]
      : [];
  });
  return [...new Set(names)];
}

function severalProviders({ keys }: ReadKeys): Finding[] {
  const names = providersIn(keys);
  if (names.length === 0) return [];
  return [
    finding('config.several-providers', 'info', RECORD, {
      message: `The cluster has ${
        names.length === 1 ? 'a provider' : `${names.length} providers`
      } of its own under providers.oidc (${names.join(
        ', ',
      )}); a record has one provider, so these are not read into it and not compared`,
      evidence: {
        providers: names,
        secrets: keys
          .filter(
            ({ path, property }) =>
              property?.kind === 'secret' && PROVIDER_ID.test(path.join('.')),
          )
          .map(
            key =>
              `${displayKey(key)} (line ${key.line}): ${
                key.literalSecret ? 'stands in the file' : 'a reference'
              }`,
          ),
      },
    }),
  ];
}

/** KEYCLOAK said in so many words. */
function keycloak({ namedType, keys }: ReadKeys): Finding[] {
  if (!namedType || /^(GENERIC|MICROSOFT)$/.test(namedType)) return [];
  if (/[${]/.test(namedType)) return [];
  const key = keys.find(({ meaning }) => meaning?.member === 'provider.type');
  return [
    finding(
      'config.provider-type',
      namedType === 'KEYCLOAK' ? 'info' : 'fail',
      RECORD,
      {
        message:
          namedType === 'KEYCLOAK'
            ? 'The provider type is KEYCLOAK: Identity administers that Keycloak; a record describes an external provider (GENERIC, MICROSOFT)'
            : 'The provider type is none of KEYCLOAK, GENERIC and MICROSOFT',
        ...(key ? { evidence: { key: displayKey(key), line: key.line } } : {}),
      },
    ),
  ];
}

/**
 * Outside Helm Identity's presets name the APIs of the Docker images: with another audience nobody has a
 * permission for it (camunda-docs issue 4662).
 */
function presetAudiences(said: Said): Finding[] {
  if (said.isChart || hasOrchestrationCluster(said.version)) return [];
  return PRESET_AUDIENCES.flatMap((known): Finding[] => {
    const { client: container, audience: preset, variable } = known;
    const audience =
      said.property(container, 'camunda.identity.audience') ??
      said.property(container, `camunda.${container}.identity.audience`) ??
      said.property(container, 'security.auth.ccsm.audience');
    if (!audience || audience === preset || audience === MASK) return [];
    const told = said.property('identity', variable);
    if (told === audience) return [];
    return [
      finding(
        'config.preset-audience',
        said.has('identity') ? 'warn' : 'info',
        RECORD,
        {
          message: `Management Identity looks permissions up by audience and, in its Docker image, knows ${container} as ${preset}; ${container} has another audience. Symptom: people sign in and see /noPermission, whatever roles they have.`,
          remedy: `Set ${variable} on Identity to the audience of ${container}.`,
          evidence: { variable, container },
        },
      ),
    ];
  });
}

/** Profiles of up to 8.7 that somebody took along. */
function oldProfiles(said: Said): Finding[] {
  const profiles = said.property('orchestration', 'spring.profiles.active');
  if (!profiles || !/(identity|sso)-auth/.test(profiles)) return [];
  return [
    finding('config.value-form', 'warn', RECORD, {
      message:
        'SPRING_PROFILES_ACTIVE of the cluster has a profile of up to 8.7 (identity-auth, sso-auth): the OIDC settings are not used, or the cluster does not start',
      remedy: 'Use broker,consolidated-auth, or leave the variable out.',
      evidence: { key: 'spring.profiles.active' },
    }),
  ];
}

/** What a team may do in another way than a record describes. */
const BEYOND: ReadonlyArray<[test: (key: ReadKey) => boolean, what: string]> = [
  [
    ({ property }) =>
      property?.about === 'clientAuthMethod' || property?.about === 'assertion',
    'client authentication by a key or certificate',
  ],
  [
    ({ property }) => /additional-jwk-set-uris/.test(property?.name ?? ''),
    'further key sets',
  ],
  [
    ({ property }) => /prefer-id-token-claims/.test(property?.name ?? ''),
    'claims from the ID token',
  ],
  [
    ({ property }) =>
      property?.about === 'authUrl' &&
      property.kind === 'url' &&
      /oidc\.authorization-uri/.test(property.name ?? ''),
    'single endpoints in the place of an issuer',
  ],
];

function beyondRecord(keys: readonly ReadKey[]): Finding[] {
  const found = BEYOND.flatMap(([test, what]) => {
    const key = keys.find(entry => test(entry));
    return key ? [`${what} (${displayKey(key)}, line ${key.line})`] : [];
  });
  if (found.length === 0) return [];
  return [
    finding('config.beyond-record', 'info', RECORD, {
      message: `Known, and left as it is: ${found.join('; ')}`,
    }),
  ];
}

/** The mapping of people to roles happens once. */
function initialClaim(said: Said): Finding[] {
  const rules = said.property('identity', 'identity.mapping-rules.claim-value');
  return rules
    ? [
        finding('config.mapping-rules', 'info', RECORD, {
          message:
            'IDENTITY_MAPPINGRULES_* adds mapping rules beside the initial claim; a record does not hold them',
        }),
      ]
    : [];
}

/** Everything that there is to say of a file as a whole. */
export function fileFindings(
  read: ReadKeys,
  said: Said,
  format: ConfigFormat,
): Finding[] {
  const none = nothing(read, format, said.version);
  return [
    ...none,
    ...wrapped(read),
    ...otherForm(read, format),
    ...versionFindings(read.sources, said.version),
    ...elsewhere(read),
    ...severalProviders(read),
    ...keycloak(read),
    ...presetAudiences(said),
    ...oldProfiles(said),
    ...beyondRecord(read.keys),
    ...initialClaim(said),
  ];
}
