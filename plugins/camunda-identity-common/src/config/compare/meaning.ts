import type { CamundaVersion } from '../../camunda';
import type { Property } from '../../camunda/properties/Property';
import { chartKey } from '../../camunda/charts/chartKeyTree';
import type { Unset } from '../read/unsetFindings';

/* What a difference means: what stands in the place of a missing key, and what happens then. */

/** What another value of a member leads to, in the words that people search for. */
const SYMPTOMS: ReadonlyArray<[RegExp, string]> = [
  [
    /^provider\.type$/,
    'The component treats the provider as another kind: it asks at other addresses and expects other claims.',
  ],
  [
    /^provider\.issuer$/,
    'Tokens are refused with 401, because iss does not match, or people are sent to another provider.',
  ],
  [
    /^provider\.issuerBackendUrl$/,
    'Components look for the provider at another address.',
  ],
  [
    /^provider\.(jwksUrl|tokenUrl|authUrl)$/,
    'Keys or tokens are asked for at another address: 404, or 401 afterwards.',
  ],
  [
    /\.clientId$/,
    'The component signs in as another application: AADSTS700016, invalid_client or unauthorized_client where the provider does not know it.',
  ],
  [
    /\.(audience|operateAudience)$/,
    'Tokens are refused with 401, or sign-in ends at /noPermission: aud does not match.',
  ],
  [
    /\.tokenScope$/,
    'The token is asked for another application: AADSTS70011, AADSTS90014 or 401 at the component.',
  ],
  [
    /\.(url|redirectUri)$/,
    'The redirect URI is another one: AADSTS50011 or "Invalid redirect_uri".',
  ],
  [
    /\.secret\./,
    'The secret is taken from another place: invalid_client where that one is not right.',
  ],
  [
    /\.(usernameClaim|adminUsers)$/,
    'People are known by another claim or name: signed in, no permissions, 403.',
  ],
  [
    /\.(clientIdClaim|preferUsernameClaim)$/,
    'Clients and people are told apart by another claim: 401 "clientId claim could not be found", or 403.',
  ],
  [/scopes$/, 'Sign-in asks for other scopes.'],
];

/** What it means that a key has another value. */
export function meaningOfValue(member: string | undefined): string | undefined {
  return member && SYMPTOMS.find(([pattern]) => pattern.test(member))?.[1];
}

/** What templates put in where values.yaml has nothing. */
const CHART_EFFECTIVE: Readonly<Record<string, string>> = {
  'orchestration.security.authentication.oidc.scope': 'openid, profile',
};

/** What stands where a file does not say a key. */
export function defaultOf(
  path: readonly string[],
  property: Property | undefined,
  isChart: boolean,
  version: CamundaVersion,
): string | undefined {
  if (!isChart) return property?.default;
  const effective = CHART_EFFECTIVE[path.join('.')];
  if (effective !== undefined) return effective;
  const { known, default: value } = chartKey(path, version);
  return known === 'key' && value !== null && typeof value !== 'object'
    ? String(value)
    : undefined;
}

/** What it means that a key is missing. */
export function meaningOfAbsence(
  rule: Unset | undefined,
  standing: string | undefined,
  member: string | undefined,
): string {
  if (rule)
    return `Not set: ${rule.rule.cause}. Symptom: ${rule.rule.symptom}.`;
  const instead = standing
    ? `Not set: "${standing}" stands instead.`
    : 'Not set, and nothing stands instead.';
  const symptom = meaningOfValue(member);
  return symptom ? `${instead} ${symptom}` : instead;
}

/** Identity takes the initial claim over once. */
export function meaningOfClaim(state: 'pending' | 'set' | undefined): string {
  return state === 'set'
    ? 'The initial claim is set already: Identity does not apply another value any more. To make somebody else an administrator, change it in Identity’s database or add a mapping rule (IDENTITY_MAPPINGRULES_<n>_*); the file need not be corrected.'
    : 'Identity applies the initial claim at its first start only; after that another value has no effect.';
}
