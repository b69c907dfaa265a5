import { clientsOf } from '../../camunda';
import type { ConfigValues } from '../values';

/**
 * What a record says of one of its members, for keys that no writer writes though components read them.
 *
 * @returns undefined for a member that has no single value, or that the record does not have
 */
export function recordValue(
  values: ConfigValues,
  member: string,
): string | undefined {
  if (member.startsWith('provider.')) {
    const name = member.slice('provider.'.length);
    return [
      'type',
      'issuer',
      'issuerBackendUrl',
      'authUrl',
      'tokenUrl',
      'jwksUrl',
    ].includes(name)
      ? values[name as 'issuer']
      : undefined;
  }
  const found =
    /^components\.(.+)\.(url|clientId|audience|redirectUri|tokenScope)$/.exec(
      member,
    );
  if (!found) return undefined;
  const [, component, name] = found;
  const client = clientsOf(values.version).find(
    ({ key }) => key === component || key === `${component}.ui`,
  )?.key;
  if (!client || !values.has(client)) return undefined;
  return values[name as 'url'](client);
}
