import { define } from './define';

export const TRANSPORT_FINDINGS = define(
  { group: 'request', reported: 'when-wrong', oneOfGroup: true },
  [
    {
      code: 'transport.refused-by-policy',
      title: 'Address not allowed',
      severity: 'fail',
      explanation:
        'This portal does not send requests to that address: it is private, on this machine, plain http, or otherwise outside what its administrators allow.',
      remedy:
        'Use the provider’s public https address, or ask the portal’s administrators to add it to camundaIdentity.http.',
      source: 'OWASP SSRF prevention; camundaIdentity.http',
    },
    {
      code: 'transport.dns',
      title: 'Host name not known',
      severity: 'fail',
      explanation: 'The name service knows no address for the provider’s host.',
      remedy:
        'Check the spelling. If the name is known only inside another network, this portal cannot check the provider.',
      source: 'OpenID Connect Discovery 1.0 section 4',
    },
    {
      code: 'transport.unreachable',
      title: 'Provider cannot be reached',
      severity: 'fail',
      explanation: 'No connection to the provider could be made.',
      remedy:
        'Check the address, and that the provider runs and can be reached from this portal.',
      source: 'OpenID Connect Discovery 1.0 section 4',
    },
    {
      code: 'transport.timeout',
      title: 'Provider does not answer in time',
      severity: 'fail',
      explanation: 'The provider did not answer completely within the limit.',
      remedy: 'Check that the provider runs and is not overloaded.',
      source: 'OpenID Connect Discovery 1.0 section 4',
    },
    {
      code: 'transport.https',
      title: 'https',
      severity: 'warn',
      explanation:
        'The provider is asked over https. Over plain http everybody on the way can read codes, tokens and secrets, and can put other keys in place of the provider’s.',
      remedy: 'Use the provider’s https address as issuer.',
      source:
        'OpenID Connect Discovery 1.0 sections 3 and 7.1; RFC 8414 section 2',
      causedBy: [{ code: 'record.http-url' }],
    },
    {
      code: 'transport.tls-chain',
      title: 'Certificate authority',
      severity: 'fail',
      explanation:
        'The provider’s certificate was issued by an authority that this portal knows. Each Camunda component (a Java process) has a truststore of its own and has to know the authority too.',
      remedy:
        'For a company’s own authority: add its certificate to camundaIdentity.http.caFiles and to the truststore of every Camunda component.',
      source:
        'OpenID Connect Discovery 1.0 section 7.1; OpenID Connect Core 1.0 section 16.17',
    },
    {
      code: 'transport.tls-name',
      title: 'Name in the certificate',
      severity: 'fail',
      explanation: 'The certificate is for the host that is asked.',
      remedy:
        'Use the host name for which the certificate is, or install one for this host.',
      source: 'RFC 9525 section 6',
    },
    {
      code: 'transport.tls-expiry',
      title: 'Certificate expiry',
      severity: 'warn',
      explanation:
        'The certificate is valid for at least 30 more days. When it expires, nobody can sign in.',
      remedy: 'Renew the certificate at the provider.',
      source: 'RFC 5280 section 4.1.2.5',
    },
    {
      code: 'transport.tls-handshake',
      title: 'TLS',
      severity: 'fail',
      explanation: 'The provider and this portal agree on TLS 1.2 or newer.',
      remedy:
        'Check that the port is one for https, and that the server offers TLS 1.2 or newer.',
      source: 'RFC 9325 section 3.1.1',
    },
    {
      code: 'transport.redirect',
      title: 'Redirect',
      severity: 'fail',
      explanation:
        'Discovery document and key set answer directly. A redirect is not followed: Camunda’s components need the final address, and an issuer that points elsewhere is not the issuer.',
      remedy: 'Configure the address to which the redirect leads.',
      source: 'OpenID Connect Discovery 1.0 section 4.2',
      causedBy: [{ code: 'discovery.location' }],
    },
    {
      code: 'transport.content-type',
      title: 'Content type',
      severity: 'fail',
      explanation: 'Answers are JSON and say so (application/json).',
      remedy:
        'Check that the address is that of the provider and not of a login page or proxy in front of it.',
      source: 'OpenID Connect Discovery 1.0 section 4.2',
      causedBy: [{ code: 'discovery.location' }],
    },
    {
      code: 'transport.too-large',
      title: 'Size of answers',
      severity: 'fail',
      explanation:
        'The answer is not larger than any discovery document or key set is.',
      remedy: 'Check that the address is that of an OpenID provider.',
      source: 'Limit of this product: 512 KiB after decompression',
    },
    {
      code: 'transport.broken-answer',
      title: 'Form of answers',
      severity: 'fail',
      explanation: 'The provider answers in well-formed HTTP.',
      remedy:
        'Check that the port speaks https, and what stands in front of the provider.',
      source: 'RFC 9110; RFC 9112',
    },
    {
      code: 'transport.rate-limited',
      title: 'Too many requests',
      severity: 'unknown',
      explanation:
        'The provider answers that it gets too many requests, or that it is not there just now and when to come again, so nothing can be said of it.',
      remedy: 'Wait a few minutes and run again.',
      source: 'RFC 6585 section 4; RFC 9110 section 10.2.3',
    },
    {
      code: 'transport.not-asked',
      title: 'Waited in vain',
      severity: 'unknown',
      explanation:
        'This portal sends a provider only so many requests at the same time. A request that waited too long for its turn is not sent, so nothing can be said of the provider.',
      remedy: 'Run again in a moment.',
      source: 'Limit of this product: camundaIdentity.http.maxPerHost',
    },
    {
      code: 'transport.clock',
      title: 'Clock',
      severity: 'warn',
      explanation:
        'The provider’s clock agrees with this portal’s. Where clocks differ, tokens count as expired, or as not valid yet.',
      remedy: 'Synchronize both machines with a time service (NTP).',
      source: 'RFC 7519 sections 4.1.4 and 4.1.5; RFC 9110 section 6.6.1',
    },
  ],
);
