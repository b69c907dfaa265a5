const superLinear = level => ({
  'regexp/no-super-linear-backtracking': [level, { report: 'potential' }],
  'regexp/no-super-linear-move': [
    level,
    { report: 'potential', ignorePartial: false, ignoreSticky: false },
  ],
});

/**
 * What the lint configuration of every package adds to Backstage's: no regular expression may take more than
 * linear time, whatever text it gets. Both rules judge what is only suspected, too, and what looks for its
 * beginning (`/\s+$/` tries every space anew). Tests read their own texts only.
 */
module.exports = {
  plugins: ['regexp'],
  rules: superLinear('error'),
  testRules: {
    ...superLinear('off'),
    // What tests of several packages share is in the folder test.
    '@backstage/no-relative-monorepo-imports': 'off',
    'jest/expect-expect': [
      'warn',
      { assertFunctionNames: ['expect', 'expectLinear', 'fc.assert'] },
    ],
  },
};
