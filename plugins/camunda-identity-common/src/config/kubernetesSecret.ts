import { Document, Scalar, YAMLMap } from 'yaml';
import { clientsOf, findClient, needsSecret, type ClientKey } from '../camunda';
import type { ConfigFile } from './types';
import type { ConfigSource } from './ConfigSource';
import { documentText, quoted } from './yaml';

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
  const documents = [...secrets].map(([name, keys]) => {
    const document = new Document();
    document.commentBefore =
      ' Names and keys only: applied as it stands it empties a Secret that has values already.';
    document.set('apiVersion', 'v1');
    document.set('kind', 'Secret');
    const metadata = new YAMLMap();
    metadata.add({ key: 'name', value: quoted(name) });
    document.set('metadata', metadata);
    document.set('type', 'Opaque');
    const data = new YAMLMap();
    for (const [key, what] of keys) {
      const scalar = new Scalar(key);
      scalar.commentBefore = ` ${what}; fill it in where it is kept, not here.`;
      data.add({ key: scalar, value: quoted('') });
    }
    document.set('stringData', data);
    return documentText(document);
  });
  return {
    path: 'secrets.yaml',
    mediaType: 'application/yaml',
    content: documents.join('---\n'),
  };
}
