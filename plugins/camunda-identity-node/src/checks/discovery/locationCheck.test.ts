import { meantIssuers } from './locationCheck';

it.each<[string, string]>([
  ['https://sso.test/realms/a', 'https://sso.test/auth/realms/a'],
  ['https://sso.test/auth/realms/a', 'https://sso.test/realms/a'],
  [
    'https://sso.test/realms/a/protocol/openid-connect/auth',
    'https://sso.test/realms/a',
  ],
  [
    'https://sso.test/admin/master/console/#/a',
    'https://sso.test/realms/master',
  ],
  [
    'https://login.microsoftonline.com/t/oauth2/v2.0/token',
    'https://login.microsoftonline.com/t/v2.0',
  ],
  [
    'https://login.microsoftonline.com/t',
    'https://login.microsoftonline.com/t/v2.0',
  ],
  ['https://c.ciamlogin.com/t', 'https://c.ciamlogin.com/t/v2.0'],
  ['https://c.okta.com', 'https://c.okta.com/oauth2/default'],
  [
    'https://c.okta.com/oauth2/default/v1/token',
    'https://c.okta.com/oauth2/default',
  ],
  ['https://ping.test/as/token.oauth2', 'https://ping.test'],
  ['https://ids.test/connect/token', 'https://ids.test'],
  ['https://idp.test/a/b', 'https://idp.test'],
  ['https://idp.test/.well-known/openid-configuration', 'https://idp.test'],
])('%s: %s may have been meant', (typed, meant) => {
  expect(meantIssuers(typed)).toContain(meant);
});
