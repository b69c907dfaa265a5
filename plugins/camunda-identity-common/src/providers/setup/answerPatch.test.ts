import { answerPatch } from './answerPatch';

const record = {
  clients: [
    { key: 'identity', clientType: 'confidential' },
    { key: 'webModeler.ui', clientType: 'public' },
    { key: 'machine.worker', clientType: 'confidential' },
  ] as any,
  machineClients: [
    { name: 'worker', clientId: '<later>', audience: 'a' },
    { name: 'other', clientId: 'o' },
  ],
};

it('becomes a patch of client IDs, with expiry dates for clients with a secret', () => {
  const expiresAt = '2027-11-26T00:00:00.000Z';
  expect(
    answerPatch(record, [
      { client: 'identity', clientId: 'i', expiresAt },
      { client: 'webModeler.ui', clientId: 'u', expiresAt },
    ]),
  ).toEqual({
    components: {
      identity: { clientId: 'i', secret: { expiresAt } },
      webModeler: { ui: { clientId: 'u' } },
    },
  });
});

it('replaces machine clients together, and keeps those not mentioned', () => {
  expect(
    answerPatch(record, [{ client: 'machine.worker', clientId: 'w' }]),
  ).toEqual({
    machineClients: [
      { name: 'worker', clientId: 'w', audience: 'a' },
      { name: 'other', clientId: 'o' },
    ],
  });
  expect(answerPatch(record, [])).toEqual({});
});
