import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Certificate authorities to trust, and which of them are not public. */
export interface Authorities {
  /** Unset: those of the process. */
  secureContext?: tls.SecureContext;
  /** SHA-256 fingerprints. */
  privateAuthorities: ReadonlySet<string>;
}

function readCertificates(file: string): X509Certificate[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `The certificate file cannot be read: ${
        (error as NodeJS.ErrnoException).code
      }`,
    );
  }
  const blocks = text.match(PEM) ?? [];
  if (blocks.length === 0)
    throw new Error('The file holds no certificate in PEM form');
  try {
    return blocks.map(block => new X509Certificate(block));
  } catch {
    throw new Error('A certificate in the file is broken');
  }
}

/**
 * Adds certificate authorities from files to those that the process trusts.
 *
 * @param files - PEM files, each with one certificate or more
 * @throws Error for a file that cannot be read or holds no certificate
 */
export function readAuthorities(files: readonly string[]): Authorities {
  // NODE_EXTRA_CA_CERTS; the function came with Node 22.15.
  const extra = (tls.getCACertificates?.('extra') ?? []).map(
    pem => new X509Certificate(pem),
  );
  const own = files.flatMap(readCertificates);
  const privateAuthorities = new Set(
    [...extra, ...own].map(({ fingerprint256 }) => fingerprint256),
  );
  if (own.length === 0) return { privateAuthorities };
  const standard = tls.getCACertificates?.('default') ?? tls.rootCertificates;
  return {
    privateAuthorities,
    secureContext: tls.createSecureContext({
      ca: [...standard, ...own.map(certificate => certificate.toString())],
    }),
  };
}
