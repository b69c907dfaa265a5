import { doubtsOfDraft } from './draftDoubts';

const identity = { url: 'https://identity.example.com', clientId: 'identity' };
const draft = {
  camundaVersion: '8.8',
  provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
  components: {
    identity,
    console: { url: 'https://console.example.com', clientId: 'console' },
  },
};
const codes = (change: object = {}) =>
  [...doubtsOfDraft({ ...draft, ...change })].flatMap(([path, findings]) =>
    findings.map(({ code }) => `${path}: ${code}`),
  );

it('two applications of one client ID are doubtful, where they are entered', () => {
  expect(
    codes({
      components: {
        ...draft.components,
        console: { ...draft.components.console, clientId: 'identity' },
      },
    }),
  ).toContain('components: record.duplicate-client-id');
  expect(codes().join()).not.toContain('duplicate');
});

it('Entra ID as any provider is', () => {
  const issuer = 'https://login.microsoftonline.com/common/v2.0';
  expect(codes({ provider: { type: 'GENERIC', issuer } }).join()).toMatch(
    /provider[\w.]*: record\.entra/,
  );
});

it('client IDs that are still to come are not', () => {
  const clientId = '<client ID of Management Identity>';
  expect(
    codes({ components: { identity: { ...identity, clientId } } }).join(),
  ).not.toContain('placeholder');
});

it('nothing is said as long as a part is refused', () => {
  expect(codes({ provider: {} })).toEqual([]);
  expect(codes({ components: { identity: { url: 'x' } } })).toEqual([]);
  expect(codes({ camundaVersion: undefined })).toEqual([]);
});
