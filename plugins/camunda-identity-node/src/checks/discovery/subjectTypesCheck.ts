import { checkOf } from '../checkOf';
import { absent, DOCUMENT, textsOf } from '../document';
import type { Verdict } from '../verdict';

/**
 * Whether `sub` is the same for every client (OpenID Connect Core 1.0 section 8): a pairwise subject is useless
 * as a claim that several components compare.
 */
export const subjectTypesCheck = checkOf(
  DOCUMENT,
  'discovery.subject-types',
  (facts): Verdict => {
    const types = textsOf(facts.document, 'subject_types_supported');
    if (!types || types.length === 0)
      return absent(
        'subject_types_supported',
        facts,
        'Whether sub is the same for every client shows in tokens only.',
      );
    if (!types.includes('pairwise'))
      return {
        result: 'pass',
        message: 'sub is the same for every client (public)',
      };
    const usesSub = facts.context.input.initialClaim?.name === 'sub';
    const only = !types.includes('public');
    if (!only && !usesSub)
      return { result: 'pass', message: `Supported: ${types.join(', ')}` };
    return {
      result: only && usesSub ? 'warn' : 'info',
      message: `${
        only ? 'sub is' : 'sub may be'
      } another for every client (pairwise)${
        usesSub
          ? ', and the initial claim is sub: it has to be the value that Management Identity’s own client gets'
          : '; do not use it to name people across components'
      }`,
      evidence: { types: types.slice(0, 5) },
    };
  },
);
