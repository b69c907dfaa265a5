import { isMap } from 'yaml';
import {
  chartKeyRule,
  type CamundaVersion,
  type ChartKeyRule,
} from '../../camunda';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import { clusterKeyOf } from '../../camunda/charts/brokerKeys';
import {
  importsExtraConfiguration,
  needsSecondaryStorage,
} from '../../camunda/traits';
import { combinations } from '../read/chartFindings';
import { isLiteralSecret, NAME_TO_ENTER } from '../read/mask';
import { parseYaml, type YamlFile } from '../read/parseYaml';
import { readDetails, type ReadDetails } from '../read/readConfig';
import type { Said } from '../read/Said';
import { keysOfPart } from '../read/sources/keysOf';
import { textOf } from '../read/sources/yamlNodes';
import { NearestBudget, standingOfChartKey } from '../read/standing';
import { UnreadableConfigError, type FileKey } from '../read/types';
import { adjustments, derive, type Derived } from './derive';
import { Leftovers } from './Leftovers';
import { pinnedQuestions } from './pinnedQuestions';
import { withLines } from './lines';
import type { ValuesChange, ValuesQuestion, ValuesUpgrade } from './types';
import { Rewriting, scrubber } from './Rewriting';
import { defaultSecretKey } from './secretKeys';

/** Shorter ones are masked where they stand; elsewhere the same letters mean something else. */
const SCRUBBED_LENGTH = 6;

const STORAGE = 'orchestration.data.secondaryStorage.type';

/** Switches from which the chart works the storage out. */
const STORAGE_FOLLOWS_FROM = [
  'elasticsearch.enabled',
  'global.elasticsearch.enabled',
  'global.opensearch.enabled',
  'global.noSecondaryStorage',
];

/** Derived keys can need others: people's claims once clients' are set. */
const MAX_ROUNDS = 4;

function isNews(
  rule: ChartKeyRule,
  { value }: FileKey,
  from: CamundaVersion,
): boolean {
  // An empty key holds nothing to lose; refused ones stop the chart even so.
  if (value === '' && rule.kind !== 'refused') return false;
  return rule.kind !== 'meaning' || !rule.versions.includes(from);
}

/** A document with the keys in it, all of them and those of the chart. */
interface Opened {
  file: YamlFile;
  rewriting: Rewriting;
  /** Paths within the values. */
  values: FileKey[];
  all: FileKey[];
  isSecret: boolean;
}

function open(file: YamlFile, prefix: readonly string[] | undefined): Opened {
  const part = { file, node: file.document.contents, offset: 0, depth: 0 };
  const all = isMap(part.node) ? keysOfPart({ ...part, prefix: [] }).keys : [];
  const values = prefix
    ? all.flatMap((key): FileKey[] => {
        if (prefix.every((name, at) => key.path[at] === name))
          return [{ ...key, path: key.path.slice(prefix.length) }];
        return key.path[0] === 'global' && prefix.length === 1 ? [key] : [];
      })
    : [];
  return {
    file,
    rewriting: new Rewriting(file, prefix),
    values,
    all,
    isSecret: textOf(file, part.node, 'kind') === 'Secret',
  };
}

/** One run over one file. */
class Upgrade {
  readonly changes: ValuesChange[] = [];
  readonly masked: ValuesUpgrade['masked'] = [];
  readonly secrets: string[] = [];
  readonly questions: ValuesQuestion[] = [];
  readonly #budget = new NearestBudget();
  readonly #leftovers = new Leftovers();
  readonly #from: CamundaVersion;
  readonly #to: CamundaVersion;

  constructor(from: CamundaVersion, to: CamundaVersion) {
    this.#from = from;
    this.#to = to;
  }

  /** Masks what is outside the values, too: what is given back holds no secret. */
  maskAll({ file, all, isSecret }: Opened, moved: ReadonlySet<number>) {
    const whole = new Rewriting(file);
    for (const key of all) {
      const literal =
        isLiteralSecret(key, 'helm', this.#from) ||
        (isSecret &&
          /^(data|stringData)$/.test(key.path[0]) &&
          String(key.value) !== '');
      if (!literal) continue;
      const text = String(key.value);
      if (text.length >= SCRUBBED_LENGTH) this.secrets.push(text);
      if (moved.has(key.line)) continue;
      whole.mask(key.path);
      this.masked.push({ key: key.path.join('.'), line: key.line });
    }
  }

  /** Moves and removes what the target takes otherwise. Returns the lines of secrets that moved. */
  move({ values, rewriting }: Opened): Set<number> {
    const moved = new Set<number>();
    const texts = new Map(
      values.map(({ path, value }) => [path.join('.'), String(value)]),
    );
    for (const key of values) {
      const path = key.path.join('.');
      const literal = isLiteralSecret(key, 'helm', this.#from);
      const rule = this.#ruleOf(key, texts);
      if (!rule) continue;
      const { kind, replacement, text } = rule;
      this.changes.push({ key: path, line: key.line, kind, replacement, text });
      if (literal) moved.add(key.line);
      if (!replacement) {
        rewriting.remove(key.path);
        continue;
      }
      const { comments, value = key.value } = rewriting.take(key.path);
      const target = replacement.split('.');
      // An old key that beat the new one in its own chart still says what holds.
      if (rewriting.has(target) && !this.#beats(path)) continue;
      if (literal)
        this.questions.push({
          key: replacement,
          text: `The secret itself stood under ${path}. Keep it in a Kubernetes Secret, and enter the name of that one in place of ${NAME_TO_ENTER}`,
        });
      rewriting.set(
        target,
        literal ? NAME_TO_ENTER : value,
        [
          ...comments,
          literal
            ? `Was ${path}, the secret itself: keep it in a Kubernetes Secret and enter that one’s name.`
            : `Was ${path}.`,
        ].join('\n'),
      );
      this.#nameSecretKey(rewriting, target, texts, key);
    }
    this.questions.push(...this.#leftovers.questions(this.#to));
    return moved;
  }

  /** Up to 8.8 files of a team’s own are a map, from 8.9 on a list. */
  files({ rewriting, values }: Opened) {
    if (
      importsExtraConfiguration(this.#from) ||
      !importsExtraConfiguration(this.#to)
    )
      return;
    const sections = new Map<string, number>();
    for (const { path, line } of values) {
      const at = path.indexOf('extraConfiguration');
      if (at < 0 || at === path.length - 1) continue;
      const section = path.slice(0, at + 1).join('.');
      if (!sections.has(section)) sections.set(section, line);
    }
    for (const [section, line] of sections) {
      const text =
        'A list of files, which the chart imports; it was a map, of which nothing was imported.';
      const names = { key: 'file', value: 'content' };
      if (rewriting.toList(section.split('.'), names, text))
        this.changes.push({ key: section, line, kind: 'renamed', text });
    }
  }

  #beats(path: string): boolean {
    return chartKeyRule(path, this.#from)?.stillRead === true;
  }

  /** Rules by hand first; then what the target's templates do and those of its own version did not. */
  #ruleOf(
    key: FileKey,
    texts: ReadonlyMap<string, string>,
  ): Pick<ChartKeyRule, 'kind' | 'replacement' | 'text'> | undefined {
    const path = key.path.join('.');
    const rule = chartKeyRule(
      path,
      this.#to,
      name => (texts.get(name) ?? '') !== '',
    );
    if (rule) return isNews(rule, key, this.#from) ? rule : undefined;
    const state = { valueOf: (name: string) => texts.get(name) };
    const text = [key.value].flat().join(',');
    const standing = (version: CamundaVersion) =>
      standingOfChartKey(
        key.path,
        text,
        undefined,
        version,
        state,
        this.#budget,
      );
    const now = standing(this.#to);
    if (now.kind !== 'refused' && now.kind !== 'ineffective') return undefined;
    if (standing(this.#from).kind === now.kind) return undefined;
    if (now.kind === 'ineffective') {
      const replacement = clusterKeyOf(key.path, this.#to);
      if (!replacement) this.#leftovers.add(key.path, key.line, now.use);
      return replacement
        ? {
            kind: 'renamed',
            replacement,
            text: `The broker is part of the cluster; ${replacement} takes its place.`,
          }
        : undefined;
    }
    return {
      kind: 'refused',
      replacement: now.use,
      text: now.use
        ? `The chart stops at this key; ${now.use} takes its place.`
        : 'The chart stops at this key.',
    };
  }

  /** The new form wants the key named; the old one had a default for it. */
  #nameSecretKey(
    rewriting: Rewriting,
    target: readonly string[],
    texts: ReadonlyMap<string, string>,
    moved: FileKey,
  ) {
    if (target[target.length - 1] !== 'existingSecret') return;
    const section = moved.path.slice(0, moved.path.indexOf('existingSecret'));
    const named = texts.has([...section, 'existingSecretKey'].join('.'));
    const path = [...target.slice(0, -1), 'existingSecretKey'];
    const name = defaultSecretKey(target.join('.'), this.#from);
    if (named || !name || rewriting.has(path)) return;
    rewriting.set(path, name, 'The key that the old chart looked for.');
  }

  /** Adds what the target needs and the file says in another place; asks for the rest. */
  complete(opened: Opened, old: ReadDetails, content: () => string) {
    const upgradeable = { from: this.#from, to: this.#to, old: old.said };
    const read = () =>
      readDetails(
        { format: 'helm', content: content(), camundaVersion: this.#to },
        DEFAULT_PROVIDER_CONTEXT,
      );
    for (const derived of adjustments({ ...upgradeable, now: read().said }))
      this.#add(opened, derived);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const { said: now, unset } = read();
      const found = unset.flatMap(({ rule }) =>
        derive(rule.key, { ...upgradeable, now }),
      );
      if (found.length === 0) break;
      for (const derived of found) this.#add(opened, derived);
    }
    const { unset, said, read: keys } = read();
    this.#askForStorage(said);
    const known = new Set(
      combinations(old.read.keys, old.said).map(({ key }) => key),
    );
    for (const { key, text, remedy, result } of combinations(keys.keys, said))
      if (result !== 'info' && !known.has(key))
        this.questions.push({
          key,
          text: `In ${this.#to} ${text}. ${remedy}`,
        });
    for (const { rule } of unset)
      if (rule.result !== 'info')
        this.questions.push({
          key: rule.key,
          text: `Not in the file, and ${this.#to} needs it: ${
            rule.cause
          }. Symptom: ${rule.symptom}. Add ${rule.line}`,
        });
  }

  /** Nothing of sign-in, but without it the chart of the target stops. */
  #askForStorage(said: Said) {
    const to = this.#to;
    if (
      needsSecondaryStorage(to) &&
      !needsSecondaryStorage(this.#from) &&
      said.chartOrDefault('orchestration.enabled') !== 'false' &&
      !said.chartOrDefault(STORAGE) &&
      !STORAGE_FOLLOWS_FROM.some(key => said.chartOrDefault(key) === 'true')
    )
      this.questions.push({
        key: STORAGE,
        text: `Not in the file, and the chart of ${to} stops without it: where the cluster keeps what Operate and Tasklist show. Add ${STORAGE}: elasticsearch, opensearch or rdbms`,
      });
  }

  #add({ rewriting, values }: Opened, { path, value, text }: Derived) {
    if (path.at(-2) === 'env')
      rewriting.addVariable(
        path.slice(0, -1),
        path[path.length - 1],
        String(value),
        text,
      );
    else rewriting.set(path, value, text);
    const near = values.find(key => key.path[0] === path[0]) ?? values[0];
    this.changes.push({
      key: path.join('.'),
      line: near?.line ?? 1,
      kind: 'added',
      text,
    });
  }
}

/** What the reader says of the file as a whole. */
const ABOUT_THE_FILE = new Set(['config.nothing-recognised', 'config.wrapped']);

/** The documents of a file, and the one that holds the values. */
function openAll(
  files: readonly YamlFile[],
  details: ReadDetails,
): { documents: Opened[]; main?: Opened } {
  const source = details.read.sources.find(
    ({ form, container }) => form === 'helm' && !container,
  );
  if (!source) {
    const [other] = details.read.sources;
    if (other && details.read.form && details.read.form !== 'helm')
      throw new UnreadableConfigError(
        'holds variables or properties, not values of the chart; only a values file can be upgraded',
      );
    return { documents: files.map(file => open(file, undefined)) };
  }
  if (source.nested)
    throw new UnreadableConfigError(
      `holds the values as a text (${source.place}); give that text as a file of its own`,
    );
  const prefix = source.prefix ?? [];
  const line = source.keys[0]?.line ?? 1;
  // The document in which the first of the values stands.
  const starts = files.map(file => file.lineOf(file.document.contents));
  const at = starts.filter(start => start <= line).length - 1;
  const documents = files.map((file, index) =>
    open(file, index === Math.max(at, 0) ? prefix : undefined),
  );
  return { documents, main: documents[Math.max(at, 0)] };
}

/**
 * What becomes of a values file when it is used with the chart of another version: which keys are dead, renamed,
 * refused or mean something else, what the target needs besides, and the file rewritten for it with its comments
 * and order. Values inside another document (HelmRelease, Application, a parent chart) are rewritten there.
 * Databases and everything else are left alone.
 *
 * @param content - YAML 1.1
 * @throws UnreadableConfigError with the line, or for a file that holds no values but something else of Camunda's
 * @public
 */
export function upgradeValues(options: {
  from: CamundaVersion;
  to: CamundaVersion;
  content: string;
}): ValuesUpgrade {
  const { from, to, content } = options;
  const files = parseYaml(content);
  if (!files.some(({ document }) => document.contents))
    return { content, changes: [], masked: [] };
  const old = readDetails(
    { format: 'helm', content, camundaVersion: from },
    DEFAULT_PROVIDER_CONTEXT,
  );
  const findings = old.output.findings.filter(({ code }) =>
    ABOUT_THE_FILE.has(code),
  );
  const { documents, main } = openAll(files, old);
  const upgrade = new Upgrade(from, to);
  const text = () =>
    documents.map(({ rewriting }) => rewriting.text()).join('---\n');
  const moved = main ? upgrade.move(main) : new Set<number>();
  if (main) {
    upgrade.files(main);
    const { chart } =
      old.read.sources.find(({ form }) => form === 'helm') ?? {};
    upgrade.questions.push(...pinnedQuestions(main.values, chart, to));
  }
  if (
    main &&
    findings.every(({ code }) => code !== 'config.nothing-recognised')
  )
    upgrade.complete(main, old, text);
  for (const document of documents)
    upgrade.maskAll(document, document === main ? moved : new Set());
  const scrub = scrubber(upgrade.secrets);
  const touched = upgrade.changes.length > 0 || upgrade.masked.length > 0;
  const result = touched ? scrub(text()) : content;
  return {
    content: result,
    changes: withLines(upgrade.changes, content, result, scrub).sort(
      (a, b) => a.line - b.line,
    ),
    masked: upgrade.masked,
    ...(upgrade.questions.length ? { questions: upgrade.questions } : {}),
    ...(findings.length ? { findings } : {}),
  };
}
