import type { Fault } from '../Fault';

/** Addresses that are never requested. */
export const POLICY_FAULTS: Fault[] = [
  {
    name: 'uses plain http where that is not allowed',
    faults: {},
    http: { allowPlainHttp: false },
    says: /Use the provider’s https address/,
    expected: ['transport.refused-by-policy fail'],
  },
  {
    name: 'is not among the allowed hosts',
    faults: {},
    http: { allowedHosts: [] },
    expected: ['transport.refused-by-policy fail'],
  },
  {
    name: 'is a metadata service',
    faults: {},
    issuer: () => 'https://169.254.169.254',
    http: { allowedNetworks: ['0.0.0.0/0'], allowedHosts: ['169.254.169.254'] },
    expected: ['transport.refused-by-policy fail'],
  },
  {
    name: 'is a number',
    faults: {},
    issuer: () => 'https://2130706433',
    expected: ['transport.refused-by-policy fail'],
  },
  {
    name: 'has a password in its address',
    faults: {},
    issuer: origin => origin.replace('://', '://admin:hunter2@'),
    expected: ['transport.refused-by-policy fail'],
  },
];
