import {
  callbackPaths,
  clientsOf,
  findClient,
  withoutTrailingSlash,
  type CamundaVersion,
  type ClientKey,
  type ProviderType,
} from '../../camunda';
import { finding, type Finding } from '../../checks';
import { httpUrl, issuerUrl } from '../../fields/urls';
import { wrongAddress } from './addressForms';
import { displayKey, keyFinding } from './displayKey';
import { MASK } from './mask';
import type { ReadKey } from './readKeys';
import { ELSEWHERE } from './sources/Source';

/*
 * What is wrong with single values, before they are put together to a record: addresses that are none, callback
 * paths where a base belongs, lists where a text belongs.
 */

/** What other tools put in: Helm, Argo CD, Vault, sops, the shell, Spring. */
const EXPRESSION =
  /\{\{[^{}]*\}\}|\$\{[A-Za-z_][^{}]*\}|\$\([A-Za-z_]\w*\)|<path:[^<>]*>|^ref\+|^vault:|^ENC\[|^secretref:|^arn:aws:/;

/** True for a value that another tool fills in: what it will be is not known. */
export function isExpression(value: ReadKey['value']): boolean {
  return EXPRESSION.test([value].flat().join(','));
}

const URL_MEMBERS =
  /^(provider\.\w*[uU]rl|provider\.issuer|components\..*\.(url|redirectUri|wellKnown))$/;
/** Members of which a record has a list. */
const LIST_MEMBERS =
  /\.(scopes|adminUsers|audience|audiences)$|^provider\.scopes$/;

const schemas = { url: httpUrl(), issuer: issuerUrl() };

function urlProblem(member: string, value: string): string | undefined {
  const schema =
    member === 'provider.issuer' || member === 'provider.issuerBackendUrl'
      ? schemas.issuer
      : schemas.url;
  const parsed = schema.safeParse(value);
  return parsed.success ? undefined : parsed.error.issues[0].message;
}

function clientOfMember(
  member: string,
  version: CamundaVersion,
): ClientKey | undefined {
  const component = /^components\.(.*)\.(url|redirectUri)$/.exec(member)?.[1];
  return clientsOf(version).find(
    ({ key }) => key === component || key === `${component}.ui`,
  )?.key;
}

/** The documented callback path that a value ends in. */
function callbackAt(
  value: string,
  client: ClientKey | undefined,
  version: CamundaVersion,
): string | undefined {
  const bare = withoutTrailingSlash(value);
  const own = client ? findClient(client, version)?.redirectPaths ?? [] : [];
  return [...own, ...callbackPaths()].find(
    path => path.length > 1 && bare.endsWith(path),
  );
}

/** What the login of Spring appends where nothing else is configured. */
const SPRING_CALLBACK = /\/login\/oauth2\/code(\/[^/]*)?$/;

/** An address without a callback path that is another component's, or Spring's own. */
function baseOf(
  value: string,
  client: ClientKey,
  version: CamundaVersion,
): string {
  const bare = withoutTrailingSlash(value).replace(SPRING_CALLBACK, '');
  const path = callbackAt(bare, client, version);
  return path ? bare.slice(0, -path.length) : bare;
}

/** Components that put their callback path behind their address as it stands. */
const APPENDS_AS_IT_STANDS = /^(orchestration|operate|tasklist|optimize)$/;

/** A value as a record could take it, and what there is to say of it. */
export interface JudgedValue {
  /** Undefined where a record cannot take it. */
  value?: ReadKey['value'];
  findings: Finding[];
}

function judgeUrl(
  key: ReadKey,
  member: string,
  value: string,
  version: CamundaVersion,
): JudgedValue {
  const at = `${displayKey(key)} (line ${key.line})`;
  const problem = urlProblem(member, value);
  if (problem)
    return {
      findings: [
        keyFinding('config.value-form', 'warn', `${at}: ${problem}`, key),
      ],
    };
  if (
    /^provider\.issuer(BackendUrl)?$/.test(member) &&
    new URL(value).hostname === 'sts.windows.net'
  )
    return {
      value,
      findings: [
        keyFinding(
          'config.value-form',
          'warn',
          `${at}: this is the issuer of Entra’s v1.0 tokens; Camunda wants v2.0 (401, "The iss claim is not valid")`,
          key,
          'Write https://login.microsoftonline.com/<tenant ID>/v2.0, and set requestedAccessTokenVersion to 2.',
        ),
      ],
    };
  const wrong = wrongAddress(member, value);
  if (wrong)
    return {
      value,
      findings: [
        keyFinding(
          'config.value-form',
          'warn',
          `${at}: ${wrong.text}`,
          key,
          wrong.remedy,
        ),
      ],
    };
  if (member.endsWith('.wellKnown') && !value.includes('/.well-known/'))
    return {
      value,
      findings: [
        keyFinding(
          'config.value-form',
          'warn',
          `${at}: this is not the address of the discovery document, which is fetched as it stands: Console stays white`,
          key,
          `Write ${withoutTrailingSlash(
            value,
          )}/.well-known/openid-configuration`,
        ),
      ],
    };
  const client = clientOfMember(member, version);
  if (member.endsWith('.url')) {
    const path = callbackAt(value, client, version);
    const [callback] =
      (client && findClient(client, version)?.redirectPaths) ?? [];
    if (
      !path &&
      callback &&
      value.endsWith('/') &&
      APPENDS_AS_IT_STANDS.test(client!)
    )
      return {
        value,
        findings: [
          keyFinding(
            'config.value-form',
            'warn',
            `${at} ends in a slash, and the component appends ${callback} as it stands: "Invalid redirect_uri" or AADSTS50011 for /${callback}`,
            key,
            `Write ${withoutTrailingSlash(value)}`,
          ),
        ],
      };
    if (!path) return { value, findings: [] };
    const base = withoutTrailingSlash(value).slice(0, -path.length);
    return {
      value: base,
      findings: [
        keyFinding(
          'config.callback-in-base-url',
          'warn',
          `${at} ends in ${path}, which the component appends itself: sign-in ends with "Invalid redirect_uri" for ${path}${path}`,
          key,
          `Write the base: ${base}`,
        ),
      ],
    };
  }
  if (member.endsWith('.redirectUri') && client) {
    const paths = findClient(client, version)?.redirectPaths ?? [];
    const ends = paths.some(path => withoutTrailingSlash(value).endsWith(path));
    // A path of the cluster's may go on with the provider's name.
    if (!ends && paths.length && !paths.some(path => value.includes(path)))
      return {
        value,
        findings: [
          keyFinding(
            'config.value-form',
            'warn',
            `${at}: a redirect URI of ${client} ends in ${paths.join(' or ')}`,
            key,
            `Write ${baseOf(value, client, version)}${paths[0]}`,
          ),
        ],
      };
  }
  return { value, findings: [] };
}

/** An API’s name, the ID of an application, or an address. */
const AUDIENCE = /api$|^api:|^[0-9a-f-]{36}$|^https?:/i;

/** A single audience may have a comma in it; several names of APIs are several. */
function isListOfAudiences(text: string): boolean {
  const parts = text.split(/[,\s]+/);
  return parts.length > 1 && parts.every(part => AUDIENCE.test(part));
}

/** Judges the value of a key that a record has a member for. */
export function judgeValue(
  key: ReadKey,
  member: string,
  version: CamundaVersion,
): JudgedValue {
  const { value } = key;
  if (value === '' || value === MASK) return { value, findings: [] };
  if (value === ELSEWHERE) return { findings: [] };
  if (isExpression(value) && URL_MEMBERS.test(member)) return { findings: [] };
  if (Array.isArray(value) && !LIST_MEMBERS.test(member)) {
    // Lists of which a record has one entry: the clients with the role of Connectors.
    if (value.length === 1 && !URL_MEMBERS.test(member))
      return { value: value[0], findings: [] };
    return {
      // Of one entry it is plain what is meant.
      ...(value.length === 1 ? { value: value[0] } : {}),
      findings: [
        keyFinding(
          'config.value-form',
          'warn',
          `${displayKey(key)} (line ${
            key.line
          }) holds a list; one text belongs here`,
          key,
        ),
      ],
    };
  }
  if (member.endsWith('.audience') && isListOfAudiences(String(value)))
    return {
      value,
      findings: [
        keyFinding(
          'config.value-form',
          'warn',
          `${displayKey(key)} (line ${
            key.line
          }) holds several audiences, and one belongs here: the text as a whole is compared with the aud of tokens, 401`,
          key,
        ),
      ],
    };
  if (!URL_MEMBERS.test(member)) return { value, findings: [] };
  return judgeUrl(key, member, [value].flat().join(','), version);
}

/** Entra makes a token for Microsoft Graph where no scope names an application. */
export function scopeFindings(
  keys: readonly ReadKey[],
  type: ProviderType,
): Finding[] {
  if (type !== 'MICROSOFT') return [];
  return keys
    .filter(
      ({ meaning, value }) =>
        /^components\.(orchestration|optimize)\.scopes$/.test(
          meaning?.member ?? '',
        ) &&
        [value].flat().join() !== '' &&
        !isExpression(value) &&
        // An entry of a list says nothing of the others.
        !meaning?.entry?.repeated &&
        ![value].flat().some(text => /\/|[0-9a-f]{8}-/i.test(text)),
    )
    .filter(({ path }) => !/_[0-9]+_?$/.test(path.at(-1)!))
    .map(key =>
      keyFinding(
        'config.value-form',
        'warn',
        `${displayKey(key)} (line ${
          key.line
        }) names no application: Entra’s token is one for Microsoft Graph, and sign-in goes round in circles or ends with 401 (aud)`,
        key,
        'Add <client ID>/.default.',
      ),
    );
}

/** One line about everything that other tools fill in. */
export function expressionFindings(keys: readonly ReadKey[]): Finding[] {
  const filled = keys.filter(
    ({ meaning, value }) =>
      meaning?.member &&
      !meaning.member.includes('.secret.') &&
      isExpression(value),
  );
  if (filled.length === 0) return [];
  return [
    finding(
      'config.expression',
      'info',
      { kind: 'record' },
      {
        message: `Filled in by another tool, and so not judged: ${filled
          .slice(0, 20)
          .map(key => `${displayKey(key)} (line ${key.line})`)
          .join(', ')}`,
        evidence: {
          key: displayKey(filled[0]),
          line: filled[0].line,
          keys: filled.slice(0, 50).map(key => displayKey(key)),
        },
      },
    ),
  ];
}
