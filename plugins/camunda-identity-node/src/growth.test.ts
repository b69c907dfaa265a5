import { detectProfile } from 'backstage-plugin-camunda-identity-common';
import { expectLinear } from '../../../test/growth/expectLinear';
import { compareIssuers } from './checks/discovery/compareIssuers';
import { meantIssuers } from './checks/discovery/locationCheck';
import { explain } from './checks/explain';
import { parseDocument } from './checks/parseDocument';

/** An answer is not larger. */
const LARGEST = 512 * 1024;

const HOSTILE: Record<string, (size: number) => string> = {
  slashes: size => `https://a${'/'.repeat(size)}x`,
  'question marks': size => `https://a/${'?'.repeat(size)}x`,
  'well-known paths': size => `https://a${'/.well-known/'.repeat(size / 13)}`,
  realms: size => `https://a${'/realms/a'.repeat(size / 9)}!`,
  dots: size => `https://${'a.'.repeat(size / 2)}okta.com/`,
  'numbers of Entra': size => 'AADSTS'.repeat(size / 6),
  words: size => 'Invalid client '.repeat(size / 15),
  spaces: size => `${' '.repeat(size)}x`,
};

describe.each(Object.entries(HOSTILE))('%s', (_, make) => {
  it.each<[string, (text: string) => unknown]>([
    ['issuers are compared', text => compareIssuers('https://a', text)],
    ['issuers that were meant are found', text => meantIssuers(text)],
    ['answers are explained', text => explain(text)],
    ['products are recognised', text => detectProfile(text, { issuer: text })],
  ])('%s in linear time', (__, read) => {
    expectLinear(LARGEST / 8, make, read);
  });
});

describe('a document of a provider', () => {
  it.each<[string, string, string]>([
    ['deep in lists', '['.repeat(40) + ']'.repeat(40), 'nested deeper'],
    ['deep and without end', '{"a":'.repeat(100_000), 'nested deeper'],
    ['of many values', `[${'1,'.repeat(30_000)}1]`, 'more than 5000 values'],
    ['broken', '{"a":"\\', 'not valid JSON'],
    ['nothing', '', 'not valid JSON'],
  ])('is not parsed: %s', (_, text, problem) => {
    const parsed = parseDocument(text);
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed)).toContain(problem);
  });

  it('is parsed, whatever stands in its texts', () => {
    const document = { a: '[[[{{{,,,\\"'.repeat(20_000), b: [['x'], { c: 1 }] };
    expect(parseDocument(JSON.stringify(document))).toEqual({
      ok: true,
      value: document,
    });
  });

  it.each<[string, (size: number) => string]>([
    ['quotes', size => '"'.repeat(size)],
    ['backslashes', size => `"${'\\'.repeat(size)}`],
    ['brackets', size => '[]'.repeat(size / 2)],
    ['a long text', size => `{"a":"${'x'.repeat(size)}"}`],
  ])('is read in linear time: %s', (_, make) => {
    expectLinear(LARGEST / 8, make, parseDocument);
  });
});
