import type { ClientKey } from '../camunda';
import type { CertificateReference } from '../connections/certificate';
import { secretPlace, type SecretPlace } from './secretPlace';

/** Where a mounted key store is taken to be, where the record names a Secret and no path. */
const FOLDER = '/etc/camunda/certificates';

/**
 * Where a written file says that Camunda finds the key store of an application. Never the key store.
 */
export interface CertificatePlace {
  /** Path in the container. */
  path: string;
  /** What has to be mounted there. */
  comment?: string;
  /** Secret whose key is to be mounted at `path`. */
  secret?: { name: string; key: string };
  password: SecretPlace;
  /** Name of the key in the store. */
  alias: string;
}

/** Works out the place of a client's key store. */
export function certificatePlace(
  recordName: string,
  client: ClientKey,
  reference: CertificateReference,
  alias: string,
): CertificatePlace {
  const { kubernetesSecret, file, passwordSecret } = reference;
  const password = secretPlace(recordName, client, passwordSecret, 'key-store');
  if (!kubernetesSecret) return { path: file ?? '', password, alias };
  const { name, key } = kubernetesSecret;
  return {
    path: `${FOLDER}/${key}`,
    comment: `Mount key "${key}" of the Secret "${name}" there.`,
    secret: kubernetesSecret,
    password,
    alias,
  };
}
