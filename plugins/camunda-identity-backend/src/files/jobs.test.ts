import {
  DEFAULT_PROVIDER_CONTEXT,
  type ConnectionInput,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import { newRecord } from '../__testUtils__/portal';
import { doFileJob } from './jobs';

const record = newRecord({
  owner: 'group:default/a',
  initialClaim: { name: 'email', value: 'ada@example.com' },
}) as unknown as ConnectionInput;

/** The findings for a file with that many unknown keys. */
function findingsOf(keys: number): Finding[] {
  const lines = Array.from(
    { length: keys },
    (_, index) => `      issuerr${index}: https://idp.example.com`,
  );
  const result = doFileJob('compare', [
    record,
    DEFAULT_PROVIDER_CONTEXT,
    {
      format: 'helm',
      content: `global:\n  identity:\n    auth:\n${lines.join('\n')}\n`,
    },
  ]);
  if (!('json' in result)) throw new Error(JSON.stringify(result));
  return JSON.parse(result.json).findings;
}

describe('an answer about a file', () => {
  it('lists at most 200 findings, and says how many more there are', () => {
    const findings = findingsOf(400);
    expect(findings).toHaveLength(201);
    expect(findings.at(-1)).toMatchObject({
      code: 'config.answer-capped',
      result: 'info',
      message: expect.stringMatching(/ and \d+ more findings$/),
    });
  });

  it('is complete if it fits', () => {
    expect(findingsOf(2).map(({ code }) => code)).not.toContain(
      'config.answer-capped',
    );
  });
});
