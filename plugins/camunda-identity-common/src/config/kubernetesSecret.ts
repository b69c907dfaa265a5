import { clientsOf, findClient, needsSecret, type ClientKey } from '../camunda';
import type { ConfigFile } from './types';
import type { ConfigSource } from './ConfigSource';
import { keyText, quotedText } from './yaml';

/**
 * Manifests of the Secrets that the configuration refers to: names and keys, never a value.
 */
export function writeKubernetesSecrets(
  values: ConfigSource,
  component: ClientKey | 'all',
): ConfigFile {
  const secrets = new Map<string, Map<string, string>>();
  const own = values.machineClients().flatMap(key => {
    const facts = findClient(key, values.version);
    return facts ? [facts] : [];
  });
  for (const facts of [...clientsOf(values.version), ...own]) {
    const { key: client, title } = facts;
    const needed =
      needsSecret(facts) &&
      values.has(client) &&
      (component === 'all' || component === client);
    if (needed) {
      const password = values.certificate(client)?.password;
      const { name, key } = (password ?? values.secret(client, true))
        .kubernetesSecret;
      const what = password
        ? `Password of the key store of ${title}`
        : `Client secret of ${title}`;
      secrets.set(name, (secrets.get(name) ?? new Map()).set(key, what));
    }
  }
  const documents = [...secrets].map(
    ([name, keys]) => `apiVersion: v1
kind: Secret
metadata:
  name: ${quotedText(name)}
type: Opaque
stringData:
${[...keys]
  .map(
    ([key, what]) =>
      `  # ${what}; fill it in where it is kept, not here.\n  ${keyText(
        key,
      )}: ""\n`,
  )
  .join('')}`,
  );
  return {
    path: 'secrets.yaml',
    mediaType: 'application/yaml',
    content: documents.join('---\n'),
  };
}
