import {
  recordClients,
  type ClientKey,
} from 'backstage-plugin-camunda-identity-common';
import type { StoredConnection } from './StoredConnection';

/** Days before the expiry of a secret on which its owner is notified. */
export const NOTICE_DAYS = [0, 1, 7, 14, 30] as const;

const DAY_MS = 86_400_000;

/** What an expiry belongs to: a reference, or a stored secret in a slot. */
export type ExpiryOf = 'reference' | 'current' | 'next';

/** A date on which a client's secret expires. */
export interface Expiry {
  client: ClientKey;
  title: string;
  of: ExpiryOf;
  /** ISO 8601 in UTC. */
  expiresAt: string;
}

/** A stored secret's slot and expiry. */
export interface StoredExpiry {
  client: ClientKey;
  slot: 'current' | 'next';
  /** ISO 8601; empty if no date is known. */
  expires_at: string;
}

/** Expiries of all secrets that a record uses or will use; each date once per client. */
export function expiriesOf(
  { data }: StoredConnection,
  rows: readonly StoredExpiry[],
): Expiry[] {
  return recordClients(data).flatMap(({ facts: { key, title }, settings }) => {
    const dates: Expiry[] = [];
    const add = (of: ExpiryOf, date: string | undefined) => {
      const expiresAt = date && new Date(date).toISOString();
      if (expiresAt && !dates.some(known => known.expiresAt === expiresAt))
        dates.push({ client: key, title, of, expiresAt });
    };
    const stored = (slot: StoredExpiry['slot']) =>
      rows.find(row => row.client === key && row.slot === slot)?.expires_at;
    add('reference', settings.secret?.expiresAt);
    add('reference', settings.certificate?.expiresAt);
    add('reference', settings.certificate?.passwordSecret?.expiresAt);
    add('current', stored('current'));
    add('next', stored('next'));
    return dates;
  });
}

/**
 * The notice that is due: that of the latest threshold reached, so that the owner of a secret that was entered
 * late gets one notification instead of five.
 *
 * @returns one of {@link NOTICE_DAYS}, or undefined if it is too early
 */
export function noticeDue(expiresAt: string, now: Date): number | undefined {
  const days = (Date.parse(expiresAt) - now.getTime()) / DAY_MS;
  return NOTICE_DAYS.find(day => days <= day);
}
