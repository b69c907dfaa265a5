import { genericRecord, microsoftRecord } from '../../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../resolve';
import { WORK_ORDER_FORMS, writeWorkOrder } from './workOrder';
import { readWorkOrderAnswer, WorkOrderAnswerError } from './workOrderAnswer';
import { writeProviderSetup } from './writeProviderSetup';

const about = { title: 'Payments <b>', issuer: 'https://idp.example.com' };
const setup = () =>
  writeProviderSetup(microsoftRecord(), DEFAULT_PROVIDER_CONTEXT);
const clients = setup().applications.map(({ client }) => client);

describe('writeWorkOrder', () => {
  it.each(WORK_ORDER_FORMS)('names every application in %s', form => {
    const { content } = writeWorkOrder(setup(), about, form);
    for (const { name, redirectUris } of setup().applications) {
      expect(content).toContain(name);
      for (const uri of redirectUris) expect(content).toContain(uri);
    }
    expect(content).toContain('Never send a secret in a ticket');
  });

  it('escapes the title in a page', () => {
    const { content } = writeWorkOrder(setup(), about, 'html');
    expect(content).toContain('Payments &lt;b&gt;');
    expect(content).not.toContain('<b>');
  });

  it('escapes the column separator of tables', () => {
    const record: any = genericRecord();
    record.components.optimize.audience = 'a|b\\';
    const order = writeWorkOrder(
      writeProviderSetup(record, DEFAULT_PROVIDER_CONTEXT),
      about,
      'markdown',
    );
    expect(order.content).toContain('| Audience | a\\|b\\\\ |');
  });
});

describe('readWorkOrderAnswer', () => {
  const rows = [
    ['client', 'application', 'clientId', 'expiresAt'],
    ['identity', 'Management Identity', 'id-1', '2027-11-26'],
    ['console', 'Console', '', ''],
  ];
  const expected = [
    {
      client: 'identity',
      clientId: 'id-1',
      expiresAt: '2027-11-26T00:00:00.000Z',
    },
  ];

  it.each([
    ['tabs', rows.map(row => row.join('\t')).join('\r\n')],
    ['commas', rows.map(row => row.join(',')).join('\n')],
    ['semicolons', rows.map(row => row.join(';')).join('\n')],
    [
      'a Markdown table',
      [rows[0], ['---', '---', '---', '---'], ...rows.slice(1)]
        .map(row => `| ${row.join(' | ')} |`)
        .join('\n'),
    ],
  ])('reads %s', (_, text) => {
    expect(readWorkOrderAnswer(text, clients)).toEqual(expected);
  });

  it('reads the output of Terraform', () => {
    expect(readWorkOrderAnswer('{"identity":"id-1"}', clients)).toEqual([
      { client: 'identity', clientId: 'id-1' },
    ]);
  });

  it('reads the table of the work order in each of its forms', () => {
    for (const form of ['markdown', 'text'] as const) {
      const { content } = writeWorkOrder(setup(), about, form);
      const table = content.slice(
        content.indexOf(form === 'text' ? 'client\t' : '| client |'),
        content.indexOf(form === 'text' ? 'Never send' : '**Never send'),
      );
      expect(
        readWorkOrderAnswer(table, clients).map(({ client }) => client),
      ).toEqual(clients);
    }
  });

  it('names lines that cannot be read without repeating them', () => {
    const text = [
      'client,clientId,expiresAt',
      'nobody,s3cret,',
      'identity,id-1,soon',
      'console,c-1,',
      'console,c-2,',
    ].join('\n');
    let problems: readonly string[] = [];
    try {
      readWorkOrderAnswer(text, clients);
    } catch (error) {
      problems = (error as WorkOrderAnswerError).problems;
    }
    expect(problems).toEqual([
      'line 2: the record has no such client',
      'line 3: expiresAt is no date, such as 2027-11-26',
      'line 5: console stands there twice',
    ]);
  });

  it('requires column names and limits the size', () => {
    expect(() => readWorkOrderAnswer('identity,id-1', clients)).toThrow(
      'first line has to name the columns',
    );
    expect(() =>
      readWorkOrderAnswer('x'.repeat(64 * 1024 + 1), clients),
    ).toThrow('longer than 64 KiB');
    expect(() => readWorkOrderAnswer('{', clients)).toThrow('JSON');
  });
});
