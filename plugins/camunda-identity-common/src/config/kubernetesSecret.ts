import { Document, Scalar, YAMLMap } from 'yaml';
import { clientsOf, needsSecret, type ClientKey } from '../camunda';
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
  for (const facts of clientsOf(values.version)) {
    const { key: client, title } = facts;
    const needed =
      needsSecret(facts) &&
      values.has(client) &&
      (component === 'all' || component === client);
    if (needed) {
      const { name, key } = values.secret(client, true).kubernetesSecret;
      secrets.set(name, (secrets.get(name) ?? new Map()).set(key, title));
    }
  }
  const documents = [...secrets].map(([name, keys]) => {
    const document = new Document();
    document.set('apiVersion', 'v1');
    document.set('kind', 'Secret');
    const metadata = new YAMLMap();
    metadata.add({ key: 'name', value: quoted(name) });
    document.set('metadata', metadata);
    document.set('type', 'Opaque');
    const data = new YAMLMap();
    for (const [key, title] of keys) {
      const scalar = new Scalar(key);
      scalar.commentBefore = ` Client secret of ${title}; fill it in where it is kept, not here.`;
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
