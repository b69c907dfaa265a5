import { read, refusalOf } from './__testUtils__/read';

const ENTRA = {
  type: 'MICROSOFT',
  tenantId: '9a95fd9e-005d-487a-9a01-d08c1eab2757',
};
const PRESET = { name: 'a', title: 'A', provider: ENTRA };

describe('presets', () => {
  it('are read, including those of a cloud that the installation adds', () => {
    const presets = [
      {
        ...PRESET,
        default: true,
        docsUrl: 'https://wiki.example.com/?p=1#idp',
      },
      { ...PRESET, name: 'b', provider: { ...ENTRA, cloud: 'sovereign' } },
    ];
    const microsoft = {
      clouds: {
        sovereign: { title: 'Ours', loginBaseUrl: 'https://login.example.com' },
      },
    };
    expect(read({ presets, microsoft }).presets).toEqual(presets);
    expect(read({}).presets).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    [
      'an address that is no issuer',
      [
        {
          ...PRESET,
          provider: {
            type: 'GENERIC',
            issuer: 'https://idp.example.com/.well-known/openid-configuration',
          },
        },
      ],
      /^camundaIdentity\.presets\[0\]\.provider\.issuer: this is the address/,
    ],
    [
      'a cloud that is not there',
      [{ ...PRESET, provider: { ...ENTRA, cloud: 'moon' } }],
      /^camundaIdentity\.presets\[0\]\.provider\.cloud: unknown cloud/,
    ],
    [
      'a key that nobody reads',
      [{ ...PRESET, isuer: 'https://idp.example.com' }],
      /^camundaIdentity\.presets\[0\]\.isuer: unknown key/,
    ],
    [
      'one twice',
      [PRESET, PRESET],
      /^camundaIdentity\.presets\[1\]\.name: .*stands there twice/,
    ],
    [
      'two defaults',
      [
        { ...PRESET, default: true },
        { ...PRESET, name: 'b', default: true },
      ],
      /^camundaIdentity\.presets: more than one of them is the default/,
    ],
    ['no list', PRESET, /^camundaIdentity\.presets: expected a list/],
  ])('are refused with %s', (_what, presets, message) => {
    expect(refusalOf({ presets })).toMatch(message);
  });
});
