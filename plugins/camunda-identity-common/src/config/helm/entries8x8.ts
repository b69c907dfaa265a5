import type { SecretPlace } from '../secretPlace';
import type { HelmEntry } from './entries';

export type Path = readonly string[];

/** A key that the documentation page has. */
export function page(path: Path, value: string, comment?: string): HelmEntry {
  return { path, value, origin: 'page', comment };
}

/** A key that the chart needs besides. */
export function chart(
  path: Path,
  value: HelmEntry['value'],
  comment?: string,
): HelmEntry {
  return { path, value, origin: 'chart', comment };
}

/** Secret reference of these charts; both keys have to be set. */
export function secret(path: Path, place: SecretPlace): HelmEntry[] {
  const { name, key } = place.kubernetesSecret;
  return [
    chart([...path, 'secret', 'existingSecret'], name),
    chart([...path, 'secret', 'existingSecretKey'], key),
  ];
}
