import {
  genericRecord,
  microsoftRecord,
  withContextPaths,
} from '../__fixtures__/records';
import { describeClients, secretsExpireAt } from './clients';

function client(record: ReturnType<typeof genericRecord>, key: string) {
  return describeClients(record).find(entry => entry.key === key)!;
}

describe('clients of a record', () => {
  it("follow the page's table", () => {
    const rows = describeClients(genericRecord()).map(
      ({
        key,
        redirectUris,
        helmRedirectUrl,
        clientType,
        entraPlatform,
        grantTypes,
      }) => [
        key,
        clientType,
        entraPlatform,
        redirectUris.join(' '),
        helmRedirectUrl,
        grantTypes.join(' '),
      ],
    );
    const code = 'authorization_code refresh_token';
    expect(rows).toEqual([
      [
        'identity',
        'confidential',
        'web',
        'https://identity.example.com/auth/login-callback',
        'https://identity.example.com',
        code,
      ],
      [
        'operate',
        'confidential',
        'web',
        'https://operate.example.com/identity-callback',
        'https://operate.example.com',
        code,
      ],
      [
        'tasklist',
        'confidential',
        'web',
        'https://tasklist.example.com/identity-callback',
        'https://tasklist.example.com',
        code,
      ],
      [
        'optimize',
        'confidential',
        'web',
        'https://optimize.example.com/api/authentication/callback',
        'https://optimize.example.com',
        code,
      ],
      ['zeebe', 'confidential', 'none', '', undefined, 'client_credentials'],
      [
        'webModeler.ui',
        'public',
        'spa',
        'https://modeler.example.com/login-callback',
        'https://modeler.example.com',
        code,
      ],
      [
        'webModeler.api',
        'confidential',
        'web',
        '',
        undefined,
        'client_credentials',
      ],
      [
        'console',
        'public',
        'spa',
        'https://console.example.com/ https://console.example.com',
        'https://console.example.com',
        code,
      ],
      [
        'connectors',
        'confidential',
        'none',
        '',
        undefined,
        'client_credentials',
      ],
    ]);
  });

  it('keep the path of a base URL and drop its slash', () => {
    const record = withContextPaths(genericRecord());
    expect(client(record, 'identity').redirectUris).toEqual([
      'https://camunda.example.com/identity/auth/login-callback',
    ]);
    expect(client(record, 'identity').helmRedirectUrl).toBe(
      'https://camunda.example.com/identity',
    );
  });

  it('ask for the documented scopes', () => {
    expect(client(genericRecord(), 'identity').scopes).toEqual([
      'openid',
      'profile',
      'email',
      'offline_access',
    ]);
    const entra = client(microsoftRecord(), 'identity');
    expect(entra.scopes).toContain(`${entra.clientId}/.default`);
    const zeebe = client(microsoftRecord(), 'zeebe');
    expect(zeebe.scopes).toEqual([`${zeebe.clientId}/.default`]);
    expect(client(microsoftRecord(), 'connectors').scopes).toEqual(
      zeebe.scopes,
    );
  });

  it('know the earliest expiry', () => {
    const record = genericRecord();
    record.components.identity.secret!.expiresAt = '2027-05-01T00:00:00+02:00';
    record.components.zeebe!.secret!.expiresAt = '2027-06-01T00:00:00Z';
    expect(secretsExpireAt(record)).toBe('2027-04-30T22:00:00.000Z');
  });
});
