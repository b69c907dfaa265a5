import { UNSET_CHART_KEYS } from '../../camunda/charts/unset';
import { inRanges } from '../../camunda/charts/versionRanges';
import { chartRules } from '../../camunda/charts/chartRules';
import { UNSET_PROPERTIES } from '../../camunda/properties/unset';
import type { UnsetRule } from '../../camunda/properties/UnsetRule';
import { finding, type Finding } from '../../checks';
import { CLIENTS } from './components';
import type { ReadKey } from './readKeys';
import type { Said } from './Said';
import type { Source, SourceForm } from './sources/Source';

/** A setting that a file lacks. */
export interface Unset {
  rule: UnsetRule;
  /** Where it would stand. */
  line?: number;
  /** It is there, and lacks what is needed. */
  present?: boolean;
}

function isSaid(said: Said, name: string, container: string): boolean {
  if (name.includes(' ')) {
    const [of, property] = name.split(' ');
    return said.property(of, property) !== undefined;
  }
  return (
    said.chart(name) !== undefined ||
    said.property(container, name) !== undefined
  );
}

/** A profile has to be among those that are set. */
function isProfileSaid(said: Said, rule: UnsetRule): boolean {
  const value = said.property(rule.container, rule.key);
  if (value === undefined) return false;
  // `${PROFILES}` is filled in elsewhere.
  if (value.includes('$')) return true;
  const wanted = /=([\w-]+)/.exec(rule.line)?.[1] ?? '';
  return value.split(/[\s,]+/).includes(wanted);
}

function applies(rule: UnsetRule, said: Said): boolean {
  return (
    inRanges(rule.versions, said.version) &&
    (rule.provider === undefined || rule.provider === said.type) &&
    (rule.when?.(said) ?? true)
  );
}

/** What a file leaves out though its version needs it. */
export function unsetKeys(said: Said): Unset[] {
  const found: Unset[] = [];
  // An application.yaml of the team's own takes the place of what the chart would write from its keys.
  const own =
    said.isChart && said.chart('orchestration.configuration')
      ? 'orchestration'
      : undefined;
  const rules = [
    ...(said.isChart
      ? UNSET_CHART_KEYS.filter(({ container }) => container !== own)
      : []),
    ...UNSET_PROPERTIES.filter(
      ({ container }) =>
        (!said.isChart || container === own) && said.has(container),
    ),
  ];
  for (const rule of rules) {
    const names = [rule.key, ...(rule.or ?? [])];
    const set =
      rule.key === 'spring.profiles.active'
        ? isProfileSaid(said, rule)
        : names.some(name => isSaid(said, name, rule.container));
    if (set || !applies(rule, said)) continue;
    found.push({
      rule,
      present:
        rule.key === 'spring.profiles.active' &&
        said.property(rule.container, rule.key) !== undefined,
      line: said.isChart
        ? said.lineNear(rule.key)
        : said.lineOf(rule.container),
    });
  }
  return found;
}

function subjectOf(container: string): Finding['subject'] {
  const client = CLIENTS[container];
  return client ? { kind: 'client', client } : { kind: 'record' };
}

/** Begins what stands behind `NAME=value` where a property says the same. */
const ALSO_PROPERTY = / \([a-z][\w.[\]-]*: /;

/** A rule in the words of the form: `NAME=value` for variables, `name: value` for properties. */
export function inForm(
  { key, line }: UnsetRule,
  form: SourceForm | undefined,
): { name: string; add: string } {
  const both = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line);
  if (!both || form === 'helm') return { name: key, add: line };
  const [, variable, text] = both;
  const at = text.search(ALSO_PROPERTY);
  const value = at < 0 ? text : text.slice(0, at);
  const property = key.replace('[n]', '[0]');
  return form === 'application-yaml' && key.includes('.')
    ? { name: property, add: `${property}: ${value}` }
    : { name: variable, add: `${variable}=${value}` };
}

function unsetFinding(
  { rule, line, present }: Unset,
  elsewhere: string | undefined,
  form: SourceForm | undefined,
): Finding {
  const { symptom, cause, container } = rule;
  const { name, add } = inForm(rule, form);
  const wanted = /=([\w-]+)/.exec(rule.line)?.[1];
  const without = present && wanted ? `is set, without ${wanted}` : undefined;
  return finding(
    'config.unset-key',
    elsewhere && rule.result !== 'fail' ? 'info' : rule.result ?? 'warn',
    subjectOf(container),
    {
      message: `${name} ${without ?? 'is not set'}${
        form === 'helm' ? '' : ` for ${container}`
      }: ${
        without ? 'the profile is not active' : cause
      }. Symptom: ${symptom}.`,
      remedy: elsewhere
        ? `Add ${add}, unless ${elsewhere} has it.`
        : `Add ${add}`,
      evidence: { key: name, container, ...(line ? { line } : {}), add },
    },
  );
}

/** Components of which the file says nothing are one thing to say, not five for each. */
function sectionsFinding(
  sections: ReadonlyArray<[container: string, unset: readonly Unset[]]>,
): Finding[] {
  if (sections.length === 0) return [];
  const unset = sections.flatMap(([, entries]) => entries);
  const names = sections.map(([container]) => container);
  const { line } = unset[0];
  return [
    finding(
      'config.unset-key',
      'warn',
      names.length === 1 ? subjectOf(names[0]) : { kind: 'record' },
      {
        message: `The file says nothing of ${names.join(', ')}, which ${
          names.length === 1 ? 'is' : 'are'
        } on; not set: ${unset
          .map(({ rule: { key } }) => key)
          .join(', ')}. Symptom: ${unset[0].rule.symptom}.`,
        remedy: `Add ${unset
          .map(({ rule }) => rule.line)
          .join('; ')}; or switch the component off.`,
        evidence: {
          containers: names,
          keys: unset.map(({ rule: { key } }) => key),
          ...(line ? { line } : {}),
          add: unset.map(({ rule }) => rule.line),
        },
      },
    ),
  ];
}

/** Keys that a chart wants beside others that are there. */
function requiredFindings(keys: readonly ReadKey[], said: Said): Finding[] {
  return keys.flatMap(key =>
    key.form !== 'helm' || String(key.value) === ''
      ? []
      : chartRules(key.path, said.version)
          .filter(
            ({ kind, condition, use, key: of }) =>
              kind === 'requires' &&
              of === key.path.join('.') &&
              use !== undefined &&
              (condition !== 'true' || String(key.value) === 'true') &&
              said.chart(use) === undefined &&
              said.chartOrDefault(use) === '',
          )
          .map(({ use }) =>
            finding(
              'config.unset-key',
              'warn',
              { kind: 'record' },
              {
                message: `${use} is not set, and ${key.path.join('.')} (line ${
                  key.line
                }) has no effect without it`,
                remedy: `Add ${use}`,
                evidence: { key: use!, line: key.line, add: `${use}: <…>` },
              },
            ),
          ),
  );
}

/** Files and objects that hold more variables, by the component that takes them. */
function placesElsewhere(
  keys: readonly ReadKey[],
  sources: readonly Source[],
): Map<string, string> {
  const byLine = new Map<number, string>();
  for (const { line, container } of keys)
    if (container) byLine.set(line, container);
  const places = new Map<string, string>();
  for (const { keys: own, elsewhere = [] } of sources) {
    const [{ what = '', container = '' } = {}] = elsewhere;
    if (!what) continue;
    const known = own.find(({ line }) => byLine.has(line));
    places.set(known ? byLine.get(known.line)! : container, what);
  }
  return places;
}

/** What is missing in a file, with what happens without it and the line to add. */
export function unsetFindings(
  keys: readonly ReadKey[],
  said: Said,
  sources: readonly Source[],
  form: SourceForm | undefined,
): { findings: Finding[]; unset: Unset[] } {
  const unset = unsetKeys(said);
  const elsewhere = placesElsewhere(keys, sources);
  const sections = new Map<string, Unset[]>();
  for (const entry of unset)
    if (entry.rule.section)
      sections.set(entry.rule.container, [
        ...(sections.get(entry.rule.container) ?? []),
        entry,
      ]);
  const whole = new Set(
    [...sections]
      .filter(
        ([container, entries]) =>
          entries.length > 1 && entries.length === sectionSize(container, said),
      )
      .map(([container]) => container),
  );
  return {
    unset,
    findings: [
      ...unset
        .filter(({ rule }) => !(rule.section && whole.has(rule.container)))
        .map(entry =>
          unsetFinding(entry, elsewhere.get(entry.rule.container), form),
        ),
      ...sectionsFinding(
        [...sections].filter(([container]) => whole.has(container)),
      ),
      ...requiredFindings(keys, said),
    ],
  };
}

/** How many keys a component's section needs. */
function sectionSize(container: string, said: Said): number {
  return UNSET_CHART_KEYS.filter(
    rule => rule.section && rule.container === container && applies(rule, said),
  ).length;
}
