import {
  lintRecord,
  RECORD_FINDING_CODES,
} from 'backstage-plugin-camunda-identity-common';
import type { ProviderCheck } from '../types';

/** The lint rules of the common package. */
export const recordCheck: ProviderCheck = {
  plan: () => RECORD_FINDING_CODES.map(code => ({ code })),

  async run({ input, providers, lint }, report) {
    for (const entry of lintRecord(input, providers, lint)) report(entry);
  },
};
