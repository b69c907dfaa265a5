import { hasLiteralExistingSecret } from '../../camunda/traits';
import { chartKeyRule, type CamundaVersion } from '../../camunda';
import type { ConfigFormat } from '../types';
import type { FileKey } from './types';

/** What stands in the place of a secret, everywhere. */
export const MASK = '«secret»';

/** Stands where an upgrade took a secret out of a file. */
export const NAME_TO_ENTER = '<NAME_OF_THE_KUBERNETES_SECRET>';

const SECRET_NAME =
  /(secret|password|passwd|passphrase|credentials?|private[-_]?key|access[-_]?key|api[-_]?key|token)$/i;
/** Names that end like a secret's and hold none. */
const REFERENCE_NAME =
  /(existingSecret|existingSecretKey|secretName|secretKey|secretKeyRef|passwordKey)$/i;
const KUBERNETES_NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;
/** Words with hyphens: what people call a Secret, and what no provider generates. */
const NAME_OF_WORDS = /^[a-z]+(-[a-z]+)*-[a-z]+(-?[0-9]{1,2})?$/;

/** Nothing but a name: `${NAME:-value}` holds the value for when there is no such variable. */
export function isReference(value: string): boolean {
  return (
    /^\$\{[A-Za-z_][\w.-]*(:?\?[^}]*)?\}$/.test(value) ||
    /^\$\([A-Za-z_]\w*\)$/.test(value)
  );
}

/**
 * True where a key of a file holds a secret itself, not a reference to one. Charts differ: as text,
 * `existingSecret` is the secret up to 8.7 and the name of a Kubernetes Secret from 8.8 on.
 */
export function isLiteralSecret(
  { path, value }: FileKey,
  format: ConfigFormat,
  version: CamundaVersion,
): boolean {
  if (typeof value !== 'string' || value === '' || isReference(value))
    return false;
  const name = path[path.length - 1];
  if (path.includes('secretKeyRef'))
    return !KUBERNETES_NAME.test(path.at(-1) === 'name' ? value : 'key');
  if (format === 'helm' && name === 'existingSecret') {
    if (value === NAME_TO_ENTER) return false;
    // Only the new form is certainly a name; the old one was the secret in the chart before.
    const legacy = path[path.length - 2] !== 'secret';
    if (legacy && hasLiteralExistingSecret(version)) return true;
    if (legacy && chartKeyRule(path.join('.'), version))
      return !NAME_OF_WORDS.test(value);
    return !KUBERNETES_NAME.test(value);
  }
  return SECRET_NAME.test(name) && !REFERENCE_NAME.test(name);
}
