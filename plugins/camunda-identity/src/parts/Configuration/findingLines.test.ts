import { writeConfig } from 'backstage-plugin-camunda-identity-common/config';
import { MICROSOFT_CLOUDS } from 'backstage-plugin-camunda-identity-common/schema';
import { findingLines } from './findingLines';
import { queryOf } from './forms';

const record = {
  name: 'payments-prod',
  camundaVersion: '8.7',
  provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
  components: {
    identity: {
      url: 'https://identity.example.com',
      clientId: 'camunda-identity',
      audience: 'identity-api',
    },
    // The name of the assumed Secret stands here, too: a search for it would find this line.
    optimize: {
      url: 'https://payments-prod-oidc.example.com',
      clientId: 'payments-prod-oidc',
      audience: 'optimize-secret',
    },
  },
  initialClaim: { name: 'sub', value: 'someone' },
} as const;

describe('the lines of findings', () => {
  it('are those of the member that a finding is about', async () => {
    const { files, findings } = writeConfig(
      record as never,
      { clouds: MICROSOFT_CLOUDS },
      queryOf('helm'),
    );
    const assumed = findings.find(
      ({ code, subject }) =>
        code === 'config.secret-assumed' && subject.client === 'optimize',
    )!;
    const lines = await findingLines(files, findings, 'helm', '8.7');
    const content = files[0].content.split('\n');
    const found = lines.get(assumed)!.map(({ line }) => content[line - 1]);
    expect(found.length).toBeGreaterThan(0);
    for (const text of found)
      expect(text).toMatch(/name: "payments-prod-oidc"|optimize-secret"$/);
    expect(found.join()).not.toContain('https://');
    expect(found.join()).not.toContain('clientId');
  });

  it('are none for a file that no reader knows', async () => {
    const lines = await findingLines(
      [{ path: 'values.yaml', content: '{' }],
      [],
      'helm',
      '8.7',
    );
    expect(lines.size).toBe(0);
  });
});
