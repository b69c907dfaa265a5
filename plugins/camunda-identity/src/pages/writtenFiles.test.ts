import { filesOf } from './writtenFiles';

const file = { path: 'camunda-identity/README.md', content: '# Camunda' };

it('takes the files out of the output of a task that has ended', () => {
  expect(
    filesOf([
      { type: 'log', body: { message: 'x' } },
      { type: 'completion', body: { output: { files: [file, { path: 1 }] } } },
    ]),
  ).toEqual([file]);
});

it.each([
  [undefined],
  [{ error: 'x' }],
  [[]],
  [[null, { type: 'completion', body: { error: { name: 'x' } } }]],
  [[{ type: 'completion', body: { output: { files: 'x' } } }]],
])('finds none in %j', events => {
  expect(filesOf(events)).toEqual([]);
});

it.each(['../x', 'a/../../x', '/etc/x', '..\\x', 'C:\\x'])(
  'leaves out %s, which an archive must not have',
  path => {
    const files = [file, { path, content: 'x' }];
    expect(
      filesOf([{ type: 'completion', body: { output: { files } } }]),
    ).toEqual([file]);
  },
);
