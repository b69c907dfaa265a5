import { ConfigReader } from '@backstage/config';
import { readCamundaIdentityConfig } from './readConfig';

const read = (http: object, rest: object = {}) =>
  readCamundaIdentityConfig(
    new ConfigReader({ ...rest, camundaIdentity: { http } } as never),
  );

it('reads where checks may go, and which portal they name', () => {
  const options = {
    allowedHosts: ['idp.corp.example'],
    allowedNetworks: ['10.0.0.0/8'],
    caFiles: ['/etc/ssl/corp.pem'],
    maxPerHost: 3,
    requestTimeoutMs: 100,
  };
  const { http, runTimeoutMs } = read(
    { ...options, runTimeoutMs: 200 },
    { app: { baseUrl: 'https://portal.example.com' } },
  );
  expect(http).toEqual({
    ...options,
    allowPlainHttp: false,
    portal: 'https://portal.example.com',
  });
  expect(runTimeoutMs).toBe(200);
  expect(read({}, { organization: { name: 'Example Corp' } }).http.portal).toBe(
    'Example Corp',
  );
});

it.each([
  [{ allowPlainHttp: true }, /allowPlainHttp has no effect/],
  [{ maxPerHost: 0 }, /maxPerHost is not a positive whole number: 0/],
  [{ maxPerHost: 1.5 }, /maxPerHost/],
])('refuses %j by its key', (http, message) => {
  expect(() => read(http)).toThrow(message);
});
