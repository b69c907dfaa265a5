import {
  finding,
  hasUnknownCloud,
  type Provider,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckOutcome } from 'backstage-plugin-camunda-identity-node';

/** The only finding for a provider whose Microsoft cloud is not configured. */
export function unknownCloudOutcome(
  provider: Provider,
  providers: ProviderContext,
): CheckOutcome | undefined {
  if (!hasUnknownCloud(provider, providers)) return undefined;
  const { cloud } = provider as { cloud?: string };
  const subject = { kind: 'provider' as const };
  const entry = finding('record.unknown-cloud', 'fail', subject, {
    message: `The Microsoft cloud "${cloud}" is not configured in this portal`,
  });
  return { plan: [{ code: entry.code, subject }], findings: [entry] };
}
