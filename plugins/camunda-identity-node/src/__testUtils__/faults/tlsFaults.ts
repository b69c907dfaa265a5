import type { SecureContextOptions } from 'node:tls';
import type { Fault } from './Fault';

const NAME = 'idp.test';

const http: Fault['http'] = {
  allowedHosts: [NAME],
  lookup: ((_host: string, _options: unknown, done: Function) =>
    done(null, [{ address: '127.0.0.1', family: 4 }])) as never,
};

/** Issues certificates that are valid for `days`. */
interface Issuer {
  issue(options: {
    name: string;
    days: number;
    from?: number;
  }): Promise<SecureContextOptions>;
}

/** Certificates that must not be trusted, and one that is about to expire. */
export async function tlsFaults(
  authority: Issuer,
  other: Issuer,
  caFiles: string[],
): Promise<Fault[]> {
  const certificates = {
    good: await authority.issue({ name: NAME, days: 90 }),
    soon: await authority.issue({ name: NAME, days: 10 }),
    expired: await authority.issue({ name: NAME, days: -1 }),
    early: await authority.issue({ name: NAME, days: 90, from: 2 }),
    wrongName: await authority.issue({ name: 'other.test', days: 90 }),
    unknown: await other.issue({ name: NAME, days: 90 }),
  };
  const fault = (
    name: string,
    tls: SecureContextOptions,
    expected: string[],
    says?: RegExp,
  ): Fault => ({
    name,
    faults: { tls },
    host: NAME,
    http: { ...http, caFiles },
    expected,
    says,
  });
  return [
    fault(
      'has a certificate of the company’s own authority',
      certificates.good,
      [
        'transport.https pass',
        'transport.tls-chain info',
        'transport.tls-name pass',
        'transport.tls-expiry pass',
        'discovery.document pass',
      ],
      /issued by Example Corp Root.*truststore of every Camunda component/,
    ),
    fault(
      'has a certificate that expires in ten days',
      certificates.soon,
      ['transport.tls-expiry warn', 'discovery.document pass'],
      /in (9|10) days/,
    ),
    fault('has an expired certificate', certificates.expired, [
      'transport.tls-expiry fail',
    ]),
    fault(
      'has a certificate that is not valid yet',
      certificates.early,
      ['transport.tls-expiry fail'],
      /not valid yet.*clocks/,
    ),
    fault('has a certificate for another name', certificates.wrongName, [
      'transport.tls-name fail',
    ]),
    fault(
      'has a certificate of an unknown authority',
      certificates.unknown,
      ['transport.tls-chain fail'],
      /camundaIdentity\.http\.caFiles .*truststore of every Camunda component/,
    ),
    fault(
      'speaks TLS 1.1 only',
      {
        ...certificates.good,
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      },
      ['transport.tls-handshake fail'],
    ),
    {
      name: 'speaks plain http at its https address',
      faults: {},
      host: NAME,
      issuer: origin => origin.replace('http:', 'https:'),
      http: { ...http, caFiles },
      expected: ['transport.tls-handshake fail'],
    },
    {
      name: 'never finishes its TLS handshake',
      hangs: true,
      faults: { socket: () => {} },
      host: NAME,
      issuer: origin => origin.replace('http:', 'https:'),
      http: { ...http, caFiles },
      expected: ['transport.timeout fail'],
    },
    {
      name: 'is a public name at a private address',
      faults: { tls: certificates.good },
      host: NAME,
      http: { ...http, caFiles, allowedHosts: [] },
      expected: ['transport.refused-by-policy fail'],
    },
  ];
}
