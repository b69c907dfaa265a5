import { finding, type Finding } from '../../checks';
import { MASK } from './mask';

/** A member of a record with where a file says it. */
export interface Member {
  value: string | readonly string[];
  key: string;
  line: number;
}

/** Lists that a file gives an entry at a time (`…_USERS_0`). */
const LISTS = /\.(adminUsers|scopes|audiences)$/;

function same(a: Member['value'], b: Member['value']): boolean {
  return String(a) === String(b);
}

/**
 * The members that a file gives. What it says twice has to be the same; what a chart does not read counts only
 * where nothing else says it.
 */
export class Members {
  readonly #members = new Map<string, Member>();
  readonly #fallbacks = new Map<string, Member>();
  /** Of those that have several entries; the last of many takes no longer than the first. */
  readonly #lists = new Map<string, string[]>();
  readonly findings: Finding[] = [];

  add(path: string, member: Member, options?: { fallback?: boolean }) {
    if (options?.fallback) {
      this.#fallbacks.set(path, member);
      return;
    }
    const known = this.#members.get(path);
    if (!known) this.#members.set(path, member);
    else if (LISTS.test(path) && known.key !== member.key)
      this.#append(path, known, member.value);
    else if (!same(known.value, member.value)) this.#conflict(known, member);
  }

  /** Path to member; masked values are left out. */
  entries(): Map<string, Member> {
    return new Map(
      [...this.#fallbacks, ...this.#members].filter(
        ([, { value }]) => value !== MASK,
      ),
    );
  }

  #append(path: string, known: Member, value: Member['value']) {
    const list = this.#lists.get(path) ?? [known.value].flat();
    list.push(...[value].flat());
    this.#lists.set(path, list);
    known.value = list;
  }

  #conflict(first: Member, second: Member) {
    if (this.findings.length < 100)
      this.findings.push(
        finding(
          'config.conflicting-values',
          'warn',
          { kind: 'record' },
          {
            message: `${second.key} (line ${second.line}) says something else than ${first.key} (line ${first.line}), though both stand for the same`,
            evidence: { key: second.key, line: second.line },
          },
        ),
      );
  }
}
