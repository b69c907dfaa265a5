import type { PeerCertificate } from 'node:tls';

/** A server's certificate as presented in the connection. @public */
export interface CertificateSeen {
  /** Common name, or the first subject alternative name. */
  subject: string;
  /** Common name or organization of the issuer. */
  issuer: string;
  /** ISO 8601. */
  validTo: string;
  /** Verified by an authority of `caFiles` or of the process, not by a public one. */
  privateAuthority: boolean;
}

/** What the guarded client last observed of an origin. @public */
export interface OriginSeen {
  certificate?: CertificateSeen;
  /**
   * Milliseconds that the server's clock is ahead (negative: behind), not counting the duration of the request.
   */
  clockSkewMs?: number;
}

const MAX_ORIGINS = 1_000;

const first = (name: string | string[] | undefined) =>
  Array.isArray(name) ? name[0] : name;

/** Fingerprints of a chain, from the server's own certificate upwards. */
function* fingerprints(certificate: PeerCertificate): Generator<string> {
  let current = certificate as PeerCertificate & {
    issuerCertificate?: PeerCertificate;
  };
  for (let depth = 0; current?.fingerprint256 && depth < 10; depth += 1) {
    yield current.fingerprint256;
    if (current.issuerCertificate === current) return;
    current = current.issuerCertificate as typeof current;
  }
}

function certificateSeen(
  certificate: PeerCertificate,
  privateAuthorities: ReadonlySet<string>,
): CertificateSeen | undefined {
  if (!certificate?.valid_to) return undefined;
  const { subject, issuer, subjectaltname } = certificate;
  return {
    subject:
      first(subject?.CN) ??
      subjectaltname?.split(',')[0].replace(/^DNS:/, '') ??
      'unknown',
    issuer: first(issuer?.CN) ?? first(issuer?.O) ?? 'unknown',
    validTo: new Date(certificate.valid_to).toISOString(),
    privateAuthority: [...fingerprints(certificate)].some(fingerprint =>
      privateAuthorities.has(fingerprint),
    ),
  };
}

/**
 * Compares a server's clock with ours. `Date` has whole seconds, and a cached answer is as old as `Age` says
 * (RFC 9110 section 6.6.1, RFC 9111 section 5.1).
 */
function clockSkew(
  headers: Headers,
  sentAt: number,
  receivedAt: number,
): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(date)) return undefined;
  const age = Number(headers.get('age') ?? 0);
  const server = date + (Number.isFinite(age) && age > 0 ? age * 1000 : 0);
  if (server > receivedAt) return server - receivedAt;
  if (server + 1000 < sentAt) return server + 1000 - sentAt;
  return 0;
}

/** Keeps observations of the most recent origins, so that checks need no requests of their own. */
export class Observations {
  readonly #origins = new Map<string, OriginSeen>();
  readonly #privateAuthorities: ReadonlySet<string>;

  /** @param privateAuthorities - SHA-256 fingerprints of authorities that are not public */
  constructor(privateAuthorities: ReadonlySet<string>) {
    this.#privateAuthorities = privateAuthorities;
  }

  of(origin: string): OriginSeen | undefined {
    return this.#origins.get(origin);
  }

  certificate(origin: string, certificate: PeerCertificate): void {
    this.#merge(origin, {
      certificate: certificateSeen(certificate, this.#privateAuthorities),
    });
  }

  answer(
    origin: string,
    headers: Headers,
    sentAt: number,
    receivedAt: number,
  ): void {
    this.#merge(origin, {
      clockSkewMs: clockSkew(headers, sentAt, receivedAt),
    });
  }

  #merge(origin: string, seen: OriginSeen): void {
    const merged = { ...this.#origins.get(origin), ...seen };
    // The last entry of the map is the most recent.
    this.#origins.delete(origin);
    this.#origins.set(origin, merged);
    if (this.#origins.size > MAX_ORIGINS)
      this.#origins.delete(this.#origins.keys().next().value!);
  }
}
