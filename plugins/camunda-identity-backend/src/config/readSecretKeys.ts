import type { Config } from '@backstage/config';

/** A key for stored secrets. */
export interface SecretKey {
  id: string;
  /** 32 bytes, for AES-256. */
  value: Uint8Array;
}

const PATH = 'camundaIdentity.secrets.keys';
const KEY_BYTES = 32;
const BASE64 = /^[A-Za-z0-9+/]{43}=$/;

/**
 * The keys for stored secrets: the first encrypts, all decrypt.
 *
 * @throws Error that names the key by its id, never by its value
 */
export function readSecretKeys(config: Config | undefined): SecretKey[] {
  const keys = (config?.getOptionalConfigArray('secrets.keys') ?? []).map(
    entry => {
      const id = entry.getString('id');
      const text = entry.getString('value');
      if (!/^[\w.-]{1,64}$/.test(id))
        throw new Error(
          `${PATH}: the id "${id}" has to be 1 to 64 letters, digits, "-", "_" or "."`,
        );
      if (!BASE64.test(text))
        throw new Error(
          `${PATH}: the value of "${id}" is not ${KEY_BYTES} bytes in base64; make one with: openssl rand -base64 ${KEY_BYTES}`,
        );
      return { id, value: new Uint8Array(Buffer.from(text, 'base64')) };
    },
  );
  const twice = keys.find(
    (key, n) => keys.findIndex(({ id }) => id === key.id) !== n,
  );
  if (twice)
    throw new Error(`${PATH}: the id "${twice.id}" stands there twice`);
  return keys;
}
