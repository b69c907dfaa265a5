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

function refuseTwice(texts: string[], what: string) {
  texts.forEach((text, n) => {
    const first = texts.indexOf(text);
    if (first !== n)
      throw new Error(
        `${PATH}[${n}].${what}: the same ${what} as of ${PATH}[${first}]`,
      );
  });
}

/**
 * The keys for stored secrets: the first encrypts, all decrypt.
 *
 * @throws Error that names a key by its place: what stands as its id may be its value, swapped by mistake
 */
export function readSecretKeys(config: Config | undefined): SecretKey[] {
  const entries = config?.getOptionalConfigArray('secrets.keys') ?? [];
  const keys = entries.map((entry, n) => {
    const id = entry.getString('id');
    const value = entry.getString('value');
    if (!/^[\w.-]{1,64}$/.test(id))
      throw new Error(
        `${PATH}[${n}].id: expected 1 to 64 letters, digits, "-", "_" or "."`,
      );
    if (!BASE64.test(value))
      throw new Error(
        `${PATH}[${n}].value: expected ${KEY_BYTES} bytes in base64; make them with: openssl rand -base64 ${KEY_BYTES}`,
      );
    return { id, value };
  });
  refuseTwice(
    keys.map(({ id }) => id),
    'id',
  );
  const bytes = keys.map(({ value }) => Buffer.from(value, 'base64'));
  // Two texts may stand for the same bytes: the last character carries bits that nobody reads.
  refuseTwice(
    bytes.map(value => value.toString('hex')),
    'value',
  );
  return keys.map(({ id }, n) => ({ id, value: new Uint8Array(bytes[n]) }));
}
