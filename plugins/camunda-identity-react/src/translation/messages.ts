/** English texts shared by the frontend packages. */
export const messages = {
  /** BCP 47 tag of the language of these texts, for dates and numbers. */
  locale: 'en',
  required: 'Required',
  copy: {
    label: 'Copy {{what}}',
    done: 'Copied: {{what}}',
  },
  health: {
    pass: 'Healthy',
    warn: 'Needs attention',
    fail: 'Failing',
    unknown: 'Not known',
    recent: 'Last checks, newest on the right',
    entry: '{{status}}, {{when}}',
  },
  result: {
    pass: 'Passed',
    info: 'Information',
    warn: 'Warning',
    fail: 'Failed',
    unknown: 'Inconclusive',
    skipped: 'Not looked at',
  },
  subject: {
    provider: 'Provider',
    record: 'This connection',
  },
  causes: {
    follows_one: '{{count}} finding follows from this',
    follows_other: '{{count}} findings follow from this',
    docs: 'Documentation',
    label: 'What has to be done',
  },
  failure: {
    retry: 'Try again',
    denied: 'You may not see this',
  },
} as const;
