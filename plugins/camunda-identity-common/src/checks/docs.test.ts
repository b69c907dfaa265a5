import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FINDINGS } from './catalogue';

/* docs/checks.md is made of the catalogue: `UPDATE_DOCS=1 yarn test checks/docs`. */
const PAGE = join(__dirname, '../../../../docs/checks.md');

const AREAS: Record<string, string> = {
  record: 'The record itself (lint rules)',
  transport: 'The way to the provider',
  discovery: 'The discovery document',
  jwks: 'The key set',
  client: 'Each client: secret, token, redirect URIs',
  running: 'The running Camunda: what it sends',
  logout: 'Logout',
  login: 'A real login',
  config: 'Configuration that is written or read',
};

const INTRODUCTION = `# Checks

<!-- Made from the catalogue of finding codes. Do not edit: run the tests of camunda-identity-common with UPDATE_DOCS=1. -->

Every code that a check, a lint rule or a writer can report. Codes are stable. The severity is the result where something is not in order; what could not be determined is \`unknown\` with the reason, never \`pass\` and never \`fail\`. The same list is served at \`GET /api/camunda-identity/v1/findings\`.

A run for a person asks everything, the running components of the record included (\`running.\`; see \`camundaIdentity.checks.running\`). A scheduled run fetches discovery document and key set and asks for one token per stored secret; it sends no redirect URIs and no made-up codes.

A login test reports \`login.\`, and of the tokens that a person really gets \`client.secret\` and \`client.token…\` as well; neither touches the health of a record.

## Checks and products of your own

A backend module adds them through \`camundaIdentityProviderChecksExtensionPoint\` of \`backstage-plugin-camunda-identity-node\`: \`addCheck(check)\` and \`addProfile(profile)\`. A check says in \`plan\` which codes it will report, and reports findings in \`run\`; its \`definitions\` join the catalogue. [test/provider-checks-module](../test/provider-checks-module) is a working example.
`;

function page(): string {
  const areas = [...new Set(FINDINGS.map(({ code }) => code.split('.')[0]))];
  return [
    INTRODUCTION,
    ...areas.map(area =>
      [
        `## ${AREAS[area] ?? area}`,
        ...FINDINGS.filter(({ code }) => code.startsWith(`${area}.`)).map(
          ({ code, title, severity, explanation, remedy, source }) =>
            [
              `### \`${code}\``,
              `${title} (${severity}). ${explanation}`,
              ...(remedy ? [`To do: ${remedy}`] : []),
              `Source: ${source}.`,
            ]
              // A placeholder such as <client ID> is no tag.
              .map(line => line.replace(/</g, '\\<'))
              .join('\n\n'),
        ),
      ].join('\n\n'),
    ),
    '',
  ]
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
}

it('docs/checks.md lists every code', () => {
  const text = page();
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, text);
  expect(existsSync(PAGE) && readFileSync(PAGE, 'utf8')).toBe(text);
  for (const { code } of FINDINGS) expect(text).toContain(`### \`${code}\``);
});
