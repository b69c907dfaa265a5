import {
  clientsOf,
  findClient,
  machineClientFacts,
  type CamundaVersion,
  type ClientFacts,
  type ClientKey,
  type ProviderType,
} from '../camunda';
import {
  clientSettings,
  type ClientSettings,
  type ClientsSource,
} from './clientSettings';

/**
 * One application that a record needs at its provider: what Camunda documents of it, and what the record says.
 *
 * @public
 */
export interface RecordClient {
  facts: ClientFacts;
  settings: ClientSettings;
}

/**
 * As much of a record as says which applications it needs.
 *
 * @public
 */
export interface RecordClientsInput extends ClientsSource {
  camundaVersion: CamundaVersion;
  provider: { type: ProviderType };
}

/**
 * Every application that a record needs at its provider: those of its components in the order of the page,
 * then the team's own.
 *
 * @public
 */
export function recordClients(record: RecordClientsInput): RecordClient[] {
  const own = (record.machineClients ?? []).map(({ name }) =>
    machineClientFacts(name),
  );
  return [...clientsOf(record.camundaVersion), ...own].flatMap(facts => {
    const settings = clientSettings(record, facts.key, record.provider.type);
    return settings ? [{ facts, settings }] : [];
  });
}

/**
 * One of {@link recordClients}.
 *
 * @returns undefined where the record, or its version, does not have it
 * @public
 */
export function recordClient(
  record: RecordClientsInput,
  key: ClientKey,
): RecordClient | undefined {
  const facts = findClient(key, record.camundaVersion);
  const settings = clientSettings(record, key, record.provider.type);
  return facts && settings && { facts, settings };
}
