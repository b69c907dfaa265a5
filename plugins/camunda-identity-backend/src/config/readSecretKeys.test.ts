import { read, refusalOf } from './__testUtils__/read';

const KEY = Buffer.alloc(32, 7).toString('base64');
const OTHER = Buffer.alloc(32, 8).toString('base64');

const keys = (...list: Array<[id: string, value: string]>) => ({
  secrets: { keys: list.map(([id, value]) => ({ id, value })) },
});

describe('keys for secrets', () => {
  it('are read in their order', () => {
    expect(read(keys(['k2', OTHER], ['k1', KEY])).secretKeys).toEqual([
      { id: 'k2', value: new Uint8Array(32).fill(8) },
      { id: 'k1', value: new Uint8Array(32).fill(7) },
    ]);
  });

  it.each<[string, object, RegExp]>([
    [
      'a short one',
      keys(['a', 'c2hvcnQ=']),
      /keys\[0\]\.value: expected 32 bytes in base64/,
    ],
    [
      'an id with spaces',
      keys(['a', KEY], ['a b', OTHER]),
      /keys\[1\]\.id: expected 1 to 64 letters/,
    ],
    [
      'an id twice',
      keys(['a', KEY], ['a', OTHER]),
      /keys\[1\]\.id: the same id as in entry 1 of the list$/,
    ],
    [
      'a value twice',
      keys(['a', KEY], ['b', KEY]),
      /keys\[1\]\.value: the same value as in entry 1 of the list$/,
    ],
    [
      'a value twice, written in another way',
      keys(['a', KEY], ['b', KEY.replace('c=', 'd=')]),
      /keys\[1\]\.value: the same value/,
    ],
    ['id and value swapped', keys([KEY, 'k1']), /keys\[0\]\.id: /],
    [
      'id and a value in base64url swapped',
      keys([KEY.replace('=', ''), 'k1']),
      /keys\[0\]\.value: /,
    ],
    [
      'a value that is not set',
      { secrets: { keys: [{ id: 'a' }] } },
      /^camundaIdentity\.secrets\.keys\[0\]\.value: is missing$/,
    ],
  ])(
    'are refused with %s, without printing the value',
    (_what, config, message) => {
      const line = refusalOf(config);
      expect(line).toMatch(message);
      for (const value of ['c2hvcnQ=', KEY.slice(0, 40), OTHER.slice(0, 40)])
        expect(line).not.toContain(value);
    },
  );
});
