/*
 * Order of test files for `npm test -- jest --randomize`: any, but the same for the same seed, which Jest
 * prints.
 */
'use strict';

const { createHash } = require('node:crypto');
const { default: Sequencer } = require('@jest/test-sequencer');

module.exports = class ShuffledSequencer extends Sequencer {
  constructor(options) {
    super(options);
    this.seed = options?.globalConfig?.seed ?? 0;
  }

  sort(tests) {
    const place = ({ path }) =>
      createHash('sha256').update(`${this.seed} ${path}`).digest('hex');
    return Promise.resolve(
      [...tests].sort((a, b) => (place(a) < place(b) ? -1 : 1)),
    );
  }
};
