import type { Draft } from './editable';

/** Where a field stands in a draft: machine clients are linked to by name, and stand in a list. */
export function fieldPath(draft: Draft, path: string): string {
  const [list, name, ...rest] = path.split('.');
  if (list !== 'machineClients') return path;
  const clients = draft.machineClients as Array<{ name?: string }> | undefined;
  const index = clients?.findIndex(client => client.name === name) ?? -1;
  return index < 0 ? path : [list, index, ...rest].join('.');
}
