import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './processes';

/**
 * A config file with a key for stored secrets that is this checkout's own: made once, kept where git does not
 * look, so that a portal that is started again can read what it has stored.
 *
 * @returns its path
 */
export function secretsConfig(): string {
  const folder = join(ROOT, '.data');
  const file = join(folder, 'app-config.secrets.yaml');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const value = randomBytes(32).toString('base64');
  const config = {
    camundaIdentity: { secrets: { keys: [{ id: 'local', value }] } },
  };
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  return file;
}
