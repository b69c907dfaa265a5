import type { ClientKey } from '../camunda';
import { findDefinition } from './catalogue';
import type { Coverage, Finding } from './types';

/** Without these two told, nothing of the provider was judged. */
const FOUNDATIONS = ['discovery.document', 'jwks.document'];

/**
 * What a set of verdicts tells of, whatever the record has.
 *
 * @public
 */
export interface Told {
  provider: boolean;
  checked: ClientKey[];
  secretsTested: ClientKey[];
}

/** @public */
export type JudgedFinding = Pick<Finding, 'code' | 'result' | 'subject'>;

const isTold = ({ result }: JudgedFinding) =>
  result !== 'unknown' && result !== 'skipped';

/**
 * Which clients and secrets a set of verdicts tells of.
 *
 * @public
 */
export function toldBy(verdicts: readonly JudgedFinding[]): Told {
  const told = verdicts.filter(isTold);
  const clientsOf = (test: (entry: JudgedFinding) => boolean) => [
    ...new Set(
      told.flatMap(entry =>
        entry.subject.client && test(entry) ? [entry.subject.client] : [],
      ),
    ),
  ];
  return {
    provider: FOUNDATIONS.every(code =>
      told.some(entry => entry.code === code),
    ),
    checked: clientsOf(
      ({ code }) => findDefinition(code)?.coversClient ?? false,
    ),
    secretsTested: clientsOf(({ code }) => code === 'client.secret'),
  };
}

/**
 * What a verdict on a record rests on.
 *
 * @param clients - those that the record has
 * @public
 */
export function coverageOf(
  clients: readonly ClientKey[],
  told: Told,
): Coverage {
  const among = (some: readonly ClientKey[]) =>
    clients.filter(key => some.includes(key)).length;
  return {
    provider: told.provider,
    clients: {
      total: clients.length,
      checked: among(told.checked),
      secretsTested: among(told.secretsTested),
    },
  };
}

const counted = (count: number, one: string, many: string) =>
  `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;

/**
 * What a verdict rests on, in words for a line of text.
 *
 * @public
 */
export function coverageWords({ provider, clients }: Coverage): string {
  const { total, checked, secretsTested } = clients;
  return `${provider ? 'provider checked' : 'provider not checked'}, ${
    checked === 0 ? 'none' : checked
  } of ${counted(total, 'client', 'clients')}, ${counted(
    secretsTested,
    'secret',
    'secrets',
  )} tested`;
}
