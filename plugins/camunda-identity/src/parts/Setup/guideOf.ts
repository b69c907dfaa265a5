import type { Connection } from 'backstage-plugin-camunda-identity-common/client';

/** The steps of this provider type with the record's values, and where the product has its settings. */
export async function guideOf(connection: Connection) {
  const { fillGuide, PROVIDER_PROFILES } = await import(
    'backstage-plugin-camunda-identity-common/schema'
  );
  const { issuer, profile } = connection.providerSummary;
  return {
    guide: fillGuide(connection, issuer),
    profile: PROVIDER_PROFILES.find(entry => entry.profile === profile),
  };
}

type Filled = Awaited<ReturnType<typeof guideOf>>;

export type GuideOfProduct = Filled['guide'];
export type Profile = NonNullable<Filled['profile']>;
