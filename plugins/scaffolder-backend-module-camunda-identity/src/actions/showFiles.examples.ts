import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Show what another step has written',
    example: stringify({
      steps: [
        {
          id: 'skeleton',
          name: 'Write the surrounding files',
          action: 'fetch:template',
          input: { url: './skeleton', targetPath: 'camunda-identity' },
        },
        {
          id: 'show',
          name: 'Show what was written',
          action: 'camunda-identity:files:show',
          input: { paths: ['camunda-identity/README.md'] },
        },
      ],
    }),
  },
];
