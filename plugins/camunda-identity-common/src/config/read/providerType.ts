import type { ProviderType } from '../../camunda';
import { profileOf, type ProviderContext } from '../../providers';
import type { FileKey } from './types';

/** Keys that name the provider type, in whichever form. */
const TYPE_KEY =
  /^(global\.identity\.auth\.type|camunda\.identity\.type|identity\.auth-?provider\.type|.*camunda_?identity_?type|identity_?auth_?provider_?type|oauth2_?type|camunda\.console\.oauth\.type)$/i;

function isHttpUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text);
}

/** The file's own word for the provider type, else what its issuer looks like. */
export function providerTypeOf(
  keys: readonly FileKey[],
  context: ProviderContext,
): { type: ProviderType; named?: string } {
  const key = keys.find(
    ({ path, value }) =>
      (TYPE_KEY.test(path.join('.')) || TYPE_KEY.test(path.at(-1) ?? '')) &&
      value !== '',
  );
  const named = key && String(key.value).toUpperCase();
  if (named === 'MICROSOFT' || named === 'GENERIC')
    return { type: named, named };
  const addressOf = (name: RegExp) =>
    keys.find(
      ({ path, value }) =>
        name.test((path.at(-1) ?? '').replace(/[-_]/g, '')) &&
        isHttpUrl(String(value)),
    );
  // Connectors and workers know no more than where tokens are.
  const issuer =
    addressOf(/issuer(backend)?(uri|url)?$/i) ??
    addressOf(/(token|authorizationserver|auth|oauth)(uri|url)$/i);
  const type =
    issuer &&
    profileOf({ type: 'GENERIC', issuer: String(issuer.value) }, context)
      .providerType === 'MICROSOFT'
      ? 'MICROSOFT'
      : 'GENERIC';
  return { type, named };
}
