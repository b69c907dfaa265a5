import {
  orchestrationClaims,
  type InitialClaimVerdict,
} from 'backstage-plugin-camunda-identity-common';
import { about, isText, type LoginFacts, type LoginJudge } from './types';

/** The claims by which the component identifies people; empty if none is documented. */
export function userNameClaims({
  context,
  signIn,
}: Pick<LoginFacts, 'context' | 'signIn'>): readonly string[] {
  const { userName } = signIn;
  const { provider, components } = context.input;
  if (userName === 'configured')
    return [
      orchestrationClaims(
        components.orchestration ?? {},
        provider,
        context.providers,
      ).usernameClaim,
    ];
  return userName?.[provider.type] ?? [];
}

/** Whether the user name claim is in the token that the component reads. */
export const judgeUserName: LoginJudge = facts => {
  const names = userNameClaims(facts);
  const { claims, source } = facts;
  if (names.length === 0) return [];
  if (!claims)
    return [
      about(facts, 'login.user-name', 'skipped', {
        message: 'There is no token in which the component could look',
      }),
    ];
  const name = names.find(entry => isText(claims[entry]));
  return [
    name
      ? about(facts, 'login.user-name', 'pass', {
          message: `The user name is in the claim ${name} of the ${source}`,
          evidence: { claim: name },
        })
      : about(facts, 'login.user-name', 'fail', {
          message: `The ${source} has no claim ${names.join(
            ' or ',
          )} with a text in it`,
          evidence: { claim: names[0] },
        }),
  ];
};

/** Name and e-mail address, by which people are shown and found. */
export const judgeProfile: LoginJudge = facts => {
  const { claims, source, signIn } = facts;
  if (!claims) return [];
  const missing = ['name', 'preferred_username', 'email'].filter(
    name => !isText(claims[name]),
  );
  const isNeeded = signIn.needsEmail && missing.includes('email');
  const isOpaque = missing.length === 3;
  const result = isNeeded || isOpaque ? 'warn' : 'info';
  return [
    missing.length === 0
      ? about(facts, 'login.profile', 'pass', {
          message: `The ${source} has name, preferred_username and email`,
        })
      : about(facts, 'login.profile', result, {
          message: `The ${source} does not have ${missing.join(', ')}`,
          evidence: { missing },
        }),
  ];
};

/** Whether the record's groups claim is a list (Camunda also accepts JSONPath, which is not evaluated here). */
export const judgeGroups: LoginJudge = facts => {
  const { context, signIn, claims, source } = facts;
  const name = context.input.components.orchestration?.groupsClaim;
  if (signIn.userName !== 'configured' || !name || !claims) return [];
  const code = 'login.groups';
  if (name.startsWith('$'))
    return [
      about(facts, code, 'unknown', {
        message:
          'The groups claim is a JSONPath; look for it in the claims yourself',
      }),
    ];
  const value = claims[name];
  const sources = claims._claim_names as Record<string, unknown> | undefined;
  const isElsewhere =
    value === undefined &&
    typeof sources === 'object' &&
    sources !== null &&
    Object.hasOwn(sources, name);
  if (isElsewhere)
    return [
      about(facts, code, 'warn', {
        message:
          'The person is in too many groups for the token: it has a reference (_claim_names) instead, which Camunda does not follow',
      }),
    ];
  return [
    Array.isArray(value)
      ? about(facts, code, 'pass', {
          message: `The ${source} has the groups claim ${name} as a list`,
          evidence: { groups: value.length },
        })
      : about(facts, code, 'warn', {
          message:
            value === undefined
              ? `The ${source} has no claim ${name}; somebody in no group may have none either`
              : `The claim ${name} of the ${source} is no list`,
        }),
  ];
};

/** Judges the initial claim in the access token, where Management Identity reads it. */
export function initialClaimVerdict({
  context,
  accessToken,
}: LoginFacts): { name: string; verdict: InitialClaimVerdict } | undefined {
  const { initialClaim } = context.input;
  if (!initialClaim || !accessToken) return undefined;
  const { name, value } = initialClaim;
  const actual = accessToken.claims[name];
  const verdict = () => {
    if (!isText(actual)) return 'missing';
    if (!value) return 'present';
    return actual === value ? 'matches' : 'differs';
  };
  return { name, verdict: verdict() };
}

export const judgeInitialClaim: LoginJudge = facts => {
  const { kept } = facts;
  // The cluster has its own administrators.
  if (kept.client === 'orchestration') return judgeClusterAdmin(facts);
  const claim = initialClaimVerdict(facts);
  if (!claim) return [];
  const { name, verdict } = claim;
  const code = 'login.initial-claim';
  const evidence = { claim: name };
  switch (verdict) {
    case 'matches':
      return [
        about(facts, code, 'pass', {
          message: `The access token has the initial claim ${name} with the record’s value: this person is the first administrator`,
          evidence,
        }),
      ];
    case 'missing':
      return [
        // Other components ask Management Identity what the person may do, with tokens of their own.
        about(facts, code, kept.client === 'identity' ? 'fail' : 'warn', {
          message: `The access token has no claim ${name} with a text in it: with this record nobody becomes administrator`,
          evidence,
        }),
      ];
    case 'differs':
      return [
        about(facts, code, 'info', {
          message: `The access token has the initial claim ${name} with another value than the record’s: the first administrator is somebody else`,
          remedy:
            'If it should be this person, take the value from the claims below before Camunda starts for the first time.',
          evidence,
        }),
      ];
    default:
      return [
        about(facts, code, 'pass', {
          message: `The access token has the claim ${name}`,
          evidence,
        }),
      ];
  }
};

function judgeClusterAdmin(
  facts: LoginFacts,
): ReturnType<typeof judgeUserName> {
  const { context, claims } = facts;
  const admins = context.input.components.orchestration?.adminUsers ?? [];
  const [name] = userNameClaims(facts);
  if (admins.length === 0 || !claims || !isText(claims[name])) return [];
  const isAdmin = admins.includes(claims[name]);
  return [
    about(facts, 'login.initial-claim', isAdmin ? 'pass' : 'info', {
      message: isAdmin
        ? 'This person is among the cluster’s first administrators (adminUsers)'
        : 'This person is not among the cluster’s first administrators (adminUsers)',
      remedy: isAdmin
        ? undefined
        : `If they should be, add the value of the claim ${name} to adminUsers.`,
      evidence: { claim: name },
    }),
  ];
}
