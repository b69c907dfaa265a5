import {
  clientsOf,
  clientSettings,
  type ClientKey,
} from 'backstage-plugin-camunda-identity-common';
import type { StoredConnection } from '../connections/types';
import type { SecretRow } from './SecretsStore';

/** Days before the expiry of a secret on which its owner is told. */
export const NOTICE_DAYS = [0, 1, 7, 14, 30] as const;

const DAY_MS = 86_400_000;

/** A date on which a client's secret expires. */
export interface Expiry {
  client: ClientKey;
  title: string;
  /** ISO 8601 in UTC. */
  expiresAt: string;
}

/** Expiries of everything that a record uses: its references, and its stored secrets in use. */
export function expiriesOf(
  { data }: StoredConnection,
  rows: readonly SecretRow[],
): Expiry[] {
  return clientsOf(data.camundaVersion).flatMap(({ key, title }) => {
    const settings = clientSettings(data.components, key, data.provider.type);
    if (!settings) return [];
    const reference = settings.secret?.expiresAt;
    const stored = rows.find(
      ({ client, slot }) => client === key && slot === 'current',
    )?.expires_at;
    const dates = [
      reference && new Date(reference).toISOString(),
      stored,
    ].filter((date): date is string => Boolean(date));
    return [...new Set(dates)].map(expiresAt => ({
      client: key,
      title,
      expiresAt,
    }));
  });
}

/**
 * Which notice is due: that of the nearest day that has been reached, so that a secret entered late is
 * told of once and not five times.
 *
 * @returns one of {@link NOTICE_DAYS}, or undefined where it is too early
 */
export function noticeDue(expiresAt: string, now: Date): number | undefined {
  const days = (Date.parse(expiresAt) - now.getTime()) / DAY_MS;
  return NOTICE_DAYS.find(day => days <= day);
}
