import {
  withoutTrailingSlash,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import type { IssuerMatch } from './compareIssuers';

/** A document and the profile of the product that published it. */
export interface IssuerFacts {
  document: Readonly<Record<string, unknown>>;
  profile: ProviderProfile;
}

/** Why Camunda cannot use an issuer, whatever is configured. */
export function unusableIssuer(
  issuer: string,
  { document, profile }: IssuerFacts,
): ReturnType<NonNullable<ProviderProfile['unusableIssuer']>> {
  const known = profile.unusableIssuer?.(issuer, document);
  if (known || !issuer.includes('{')) return known;
  return {
    reason:
      'is a template for the issuers of many tenants; tokens name one of them',
    remedy:
      'This address serves every tenant. Configure the issuer of your own.',
  };
}

/**
 * What to do about an issuer, based on the document. Never suggests what is already configured.
 *
 * @param actual - the issuer that the document names
 */
export function issuerRemedy(
  configured: string,
  actual: string,
  match: IssuerMatch,
  facts: IssuerFacts,
): string {
  if (match === 'similar') return `Configure exactly ${actual}`;
  const unusable = unusableIssuer(actual, facts);
  if (unusable) {
    const { remedy, instead, remedyWithInstead } = unusable;
    return withoutTrailingSlash(configured) === instead
      ? remedyWithInstead ?? remedy
      : remedy;
  }
  if (!URL.canParse(actual) || !/^https?:/.test(actual))
    return 'The provider names an issuer that is no URL; have it corrected there.';
  return `Configure ${actual} if that is your provider.`;
}
