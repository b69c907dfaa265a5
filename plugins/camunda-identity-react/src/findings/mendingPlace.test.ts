import {
  FINDINGS,
  finding,
  lintRecord,
  MICROSOFT_CLOUDS,
} from 'backstage-plugin-camunda-identity-common';
import { mendingPlace } from './mendingPlace';

const pathOf = (...args: Parameters<typeof finding>) =>
  mendingPlace(finding(...args));

describe('the place to fix a finding', () => {
  it.each(
    FINDINGS.map(({ code }) => code).filter(
      code => code.startsWith('record.') && code !== 'record.report-capped',
    ),
  )('%s: in the form', code => {
    const place = pathOf(
      code as never,
      'warn',
      { kind: 'record' },
      { message: 'm' },
    );
    expect(place).toMatchObject({ kind: 'field' });
  });

  it('is the field of the application, or of a machine client by its name', () => {
    expect(
      pathOf(
        'record.audience-missing',
        'warn',
        { kind: 'client', client: 'webModeler.api' },
        { message: 'm' },
      ),
    ).toEqual({
      kind: 'field',
      field: 'audience',
      path: 'components.webModeler.api.audience',
    });
    expect(
      pathOf(
        'record.secret-missing',
        'warn',
        { kind: 'client', client: 'machine.billing' },
        { message: 'm' },
      ),
    ).toMatchObject({ path: 'machineClients.billing.secret' });
  });

  it('is the client ID if the provider does not know it, and a setup step if an address is missing there', () => {
    const at = (about: string) =>
      pathOf(
        'client.redirect-uri',
        'fail',
        { kind: 'client', client: 'operate' },
        { message: 'm', evidence: { about } },
      );
    expect(at('client')).toMatchObject({
      path: 'components.operate.clientId',
    });
    expect(at('redirect-uri')).toEqual({
      kind: 'setup',
      topic: 'redirectUris',
    });
  });

  it('is the place that the lint rule reports', () => {
    const paths = lintRecord(
      {
        camundaVersion: '8.7',
        provider: {
          type: 'GENERIC',
          issuer: 'https://idp.example.com',
          tokenUrl: 'https://idp.example.com//token',
        },
        components: {
          identity: {
            url: 'https://identity.example.com',
            clientId: '<client ID of Management Identity>',
            audience: 'identity-api',
          },
          webModeler: {
            url: 'https://modeler.example.com//x',
            ui: { clientId: 'ui', audience: 'ui-api' },
            api: { audience: 'api' },
          },
        },
      },
      { clouds: MICROSOFT_CLOUDS },
      { insecureAllowed: false, now: new Date() },
    )
      .filter(({ code }) => /double-slash|placeholder/.test(code))
      .map(entry => mendingPlace(entry));
    expect(
      new Set(paths.map(place => (place as { path: string }).path)),
    ).toEqual(
      new Set([
        'provider.tokenUrl',
        'components.webModeler.url',
        'components.identity.clientId',
      ]),
    );
  });
});
