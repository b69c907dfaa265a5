import { chartKeyRule } from '../../camunda';
import { finding, type Finding } from '../../checks';
import type { ProviderContext } from '../../providers';
import { writeKubernetesSecrets } from '../kubernetesSecret';
import { displayKey } from '../read/displayKey';
import { providersIn } from '../read/fileFindings';
import { parseSecrets } from '../read/parseSecrets';
import { readConfig, readDetails, type ReadDetails } from '../read/readConfig';
import type { ReadKey } from '../read/readKeys';
import { isExpression } from '../read/valueFindings';
import type { ReadOptions } from '../read/types';
import type { ConfigInput } from '../types';
import { ConfigValues } from '../values';
import { ActualKeys } from './actualKeys';
import { expectedKeys, type Form } from './expectedKeys';
import {
  defaultOf,
  meaningOfAbsence,
  meaningOfClaim,
  meaningOfValue,
} from './meaning';
import { recordValue } from './recordValue';
import { isSame, isSameText, type ExpectedKey } from './sameValue';

/**
 * A key of a file that says something else than the record.
 *
 * @public
 */
export interface ConfigDifference {
  /** Container, in forms that have a file for each. */
  container?: string;
  key: string;
  /** From 1; missing where the file does not have the key. */
  line?: number;
  /** `null`: the record does not say it. */
  expected: string | null;
  /** `null`: the file does not have it. */
  actual: string | null;
  /** What it leads to, in a sentence or two: the default that stands instead, the symptom. */
  meaning?: string;
  /** False where Camunda does not apply a change of the key any more. */
  takesEffect?: boolean;
}

/** @public */
export interface ConfigComparison {
  differences: ConfigDifference[];
  findings: Finding[];
}

function textOf(value: ReadKey['value'] | boolean): string {
  return [value].flat().join(', ');
}

function compareSecrets(
  values: ConfigValues,
  content: string,
): ConfigDifference[] {
  const wanted = parseSecrets(writeKubernetesSecrets(values, 'all').content);
  const actual = parseSecrets(content);
  const id = (entry: { name: string; key: string }) =>
    `${entry.name}/${entry.key}`;
  const has = new Set(actual.map(id));
  return wanted
    .filter(entry => !has.has(id(entry)))
    .map(entry => ({ key: id(entry), expected: 'a key', actual: null }));
}

/** Containers of the record of which a file has nothing are left out, in one finding. */
function leftOut(containers: readonly string[]): Finding[] {
  if (containers.length === 0) return [];
  return [
    finding(
      'config.component-missing',
      'info',
      { kind: 'record' },
      {
        message: `The file has nothing for ${containers.join(
          ', ',
        )}; they were not compared`,
      },
    ),
  ];
}

const CLAIM = /^initialClaim\./;
const ORCHESTRATION_AUDIENCE = 'components.orchestration.audience';

/** Compares the keys of one file with those that a record would have. */
class Comparison {
  readonly #details: ReadDetails;
  readonly #values: ConfigValues;
  readonly #form: Form;
  readonly #actual: ActualKeys;
  readonly #claimState: 'pending' | 'set' | undefined;
  readonly #seen = new Set<string>();
  readonly differences: ConfigDifference[] = [];

  constructor(
    details: ReadDetails,
    values: ConfigValues,
    form: Form,
    claimState: 'pending' | 'set' | undefined,
  ) {
    this.#details = details;
    this.#values = values;
    this.#form = form;
    this.#claimState = claimState;
    this.#actual = new ActualKeys(details.read.keys, values.version);
  }

  get #isChart() {
    return this.#form === 'helm';
  }

  #at(container: string, key: string) {
    return { ...(container && !this.#isChart ? { container } : {}), key };
  }

  #effect(member: string | undefined, meaning: string | undefined) {
    if (member && CLAIM.test(member))
      return { meaning: meaningOfClaim(this.#claimState), takesEffect: false };
    return meaning ? { meaning } : {};
  }

  /** True for a key about which there is nothing to compare. */
  #isLeftOut({ entry, canonical, value }: ExpectedKey): boolean {
    return (
      !!entry.internalAddress ||
      // The record does not know it, or its reader may not.
      /^<.*>$/.test(textOf(value)) ||
      (this.#isChart &&
        chartKeyRule(canonical, this.#values.version)?.kind === 'dead')
    );
  }

  #missing(key: ExpectedKey) {
    const { entry, container, value, property, member } = key;
    const instead = defaultOf(
      entry.path,
      property,
      this.#isChart && !property,
      this.#values.version,
    );
    if (instead !== undefined && isSameText(instead, value)) return;
    // The chart takes the cluster's audience where Connectors have none.
    if (
      member === 'components.connectors.audience' &&
      this.#isChart &&
      textOf(value) === recordValue(this.#values, ORCHESTRATION_AUDIENCE)
    )
      return;
    const name = entry.path.join('.');
    const rule = this.#details.unset.find(
      ({ rule: { key: of, or, container: where } }) =>
        of === name ||
        or?.includes(name) ||
        (where === container &&
          property?.name !== undefined &&
          (of === property.name || or?.includes(property.name))),
    );
    this.differences.push({
      ...this.#at(container, name),
      expected: textOf(value),
      actual: null,
      ...this.#effect(member, meaningOfAbsence(rule, instead, member)),
    });
  }

  /** What the record has: missing or other in the file. */
  expected(keys: readonly ExpectedKey[], options: { onlyPresent: boolean }) {
    for (const key of keys) {
      const { entry, container, canonical, value, property, member } = key;
      const found = this.#actual.find(
        entry,
        container,
        canonical,
        property,
        member,
        this.#isChart,
      );
      if (found) this.#seen.add(displayKey(found) + found.container);
      if (member) this.#seen.add(`${this.#isChart ? '' : container} ${member}`);
      if (this.#isLeftOut(key) || isSame(key, found)) continue;
      if (!found || textOf(found.value) === '') {
        if (!options.onlyPresent) this.#missing(key);
        continue;
      }
      // What another tool fills in is not known.
      if (isExpression(found.value) && !member?.includes('.secret.')) continue;
      this.differences.push({
        ...this.#at(container, displayKey(found)),
        line: found.line,
        expected: textOf(value),
        actual: textOf(found.value),
        ...this.#effect(
          member,
          found.literalSecret
            ? 'The secret stands in the file itself.'
            : meaningOfValue(member ?? found.meaning?.member),
        ),
      });
    }
  }

  /** What only the file has. */
  others() {
    for (const key of this.#actual.all()) {
      const { member, entry } = key.meaning ?? {};
      const scope = this.#isChart ? '' : key.container;
      if (
        !member ||
        entry?.internalAddress ||
        key.path.includes('secretKeyRef') ||
        this.#seen.has(displayKey(key) + key.container) ||
        this.#seen.has(`${scope} ${member}`) ||
        textOf(key.value) === '' ||
        isExpression(key.value)
      )
        continue;
      const instead = defaultOf(
        key.path,
        key.property,
        key.form === 'helm',
        this.#values.version,
      );
      if (instead === textOf(key.value)) continue;
      const expected = recordValue(this.#values, member);
      if (expected !== undefined && expected === textOf(key.value)) continue;
      this.differences.push({
        ...this.#at(key.container, displayKey(key)),
        line: key.line,
        expected: expected ?? null,
        actual: textOf(key.value),
        ...this.#effect(member, expected ? meaningOfValue(member) : undefined),
      });
    }
  }
}

function claimFindings(
  differences: readonly ConfigDifference[],
  state: 'pending' | 'set' | undefined,
): Finding[] {
  const claim = differences.find(({ takesEffect }) => takesEffect === false);
  if (!claim) return [];
  return [
    finding(
      'config.initial-claim-applied',
      'info',
      { kind: 'record' },
      {
        message: `${claim.key}${
          claim.line ? ` (line ${claim.line})` : ''
        }: ${meaningOfClaim(state)}`,
        evidence: {
          key: claim.key,
          ...(claim.line ? { line: claim.line } : {}),
        },
      },
    ),
  ];
}

/**
 * Compares what somebody runs with the record. Nothing of the content is kept; secrets are masked before
 * anything is compared.
 *
 * @throws UnreadableConfigError
 * @public
 */
export function compareConfig(
  input: ConfigInput,
  providers: ProviderContext,
  options: Pick<ReadOptions, 'format' | 'content'> & {
    camundaVersion?: ConfigInput['camundaVersion'];
  },
): ConfigComparison {
  const camundaVersion = options.camundaVersion ?? input.camundaVersion;
  const values = new ConfigValues({ ...input, camundaVersion }, providers);
  const { format, content } = options;
  const reading = { format, content, camundaVersion };
  if (format === 'kubernetes-secret')
    return {
      differences: compareSecrets(values, content),
      findings: readConfig(reading, providers).findings,
    };
  const details = readDetails(reading, providers);
  const { read, output } = details;
  const isRecognised = !output.findings.some(
    ({ code }) => code === 'config.nothing-recognised',
  );
  // A file in which nothing is recognised is not a file that lacks everything.
  if (!isRecognised) return { differences: [], findings: [...output.findings] };
  const form = read.form ?? format;
  const wanted = expectedKeys(values, form, read.style);
  const present = new Set(
    read.keys
      .filter(({ meaning }) => meaning)
      .map(({ container }) => container),
  );
  const absent =
    form === 'helm'
      ? []
      : [...new Set(wanted.map(({ container }) => container))].filter(
          container => container && !present.has(container),
        );
  const state = input.initialClaim.state;
  const comparison = new Comparison(details, values, form, state);
  comparison.expected(
    wanted.filter(({ container }) => !absent.includes(container)),
    { onlyPresent: providersIn(read.keys).length > 0 },
  );
  comparison.others();
  const { differences } = comparison;
  return {
    differences,
    findings: [
      ...output.findings,
      ...claimFindings(differences, state),
      ...leftOut(absent),
      ...values.findings,
    ],
  };
}
