import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../__fixtures__/records';
import { CAMUNDA_VERSIONS, type ClientKey } from '../camunda';
import { NOT_WRITTEN } from '../camunda/charts/notWritten';
import { RENDERED, type RenderedRow } from '../camunda/charts/rendered';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import { containerSettings, type Setting } from './settings';
import { ConfigValues } from './values';

/*
 * What the charts give each container, held against what is written for it as variables and as files. What is
 * missing has its reason in notWritten.ts.
 */
const TYPES = ['GENERIC', 'MICROSOFT'] as const;

function record(type: (typeof TYPES)[number]) {
  return type === 'GENERIC' ? genericRecord() : microsoftRecord();
}

/** The text of a meaning such as `{operate.clientId}/.default` for a record. */
function textOf(meaning: string, values: ConfigValues): string {
  return meaning.replace(/\{([^}]+)\}/g, (_, path: string) => {
    if (path === 'initialClaim.value') return values.initialClaimValue;
    const at = path.lastIndexOf('.');
    const client = path.slice(0, at) as ClientKey;
    switch (path.slice(at + 1)) {
      case 'clientId':
        return values.clientId(client);
      case 'audience':
        return values.audience(client);
      // Between containers a team has an address of its own, else the public one does.
      case 'url':
      case 'address':
        return values.url(client);
      default:
        return values[path as 'issuer'];
    }
  });
}

/** The one text for a name, variable or property, of whichever spelling. */
function canonical(name: string): string {
  return name
    .replace(/\[(\d+)\]/g, '_$1')
    .replace(/[-_.]/g, '')
    .toUpperCase();
}

function says({ value }: Setting, row: RenderedRow, values: ConfigValues) {
  const [, , meaning] = row;
  if (typeof value === 'object' && 'variable' in value)
    return (
      /\$\{VALUES_/.test(meaning) ||
      meaning === `{${row[0]}.secret}` ||
      value.variable ===
        values.secret(
          meaning.replace(/^\{(.*)\.secret\}$/, '$1') as ClientKey,
          false,
        ).variable
    );
  const wanted = textOf(meaning, values);
  return [value].flat().map(String).includes(wanted);
}

function missing(type: (typeof TYPES)[number], version: string) {
  const values = new ConfigValues(
    inVersion(record(type), version as '8.7'),
    DEFAULT_PROVIDER_CONTEXT,
  );
  const settings = new Map<string, Setting[]>();
  for (const section of containerSettings(values, false, 'all'))
    settings.set(section.container, section.settings);
  return RENDERED.filter(row =>
    row[type === 'GENERIC' ? 3 : 4].split(' ').includes(version),
  ).filter(row => {
    const [container, name] = row;
    return !(settings.get(container) ?? []).some(
      setting =>
        [setting.name, setting.property].some(
          own => own && canonical(own) === canonical(name),
        ) && says(setting, row, values),
    );
  });
}

function reasonFor([container, name, value]: RenderedRow, version: string) {
  return NOT_WRITTEN.find(
    entry =>
      entry.container === container &&
      (entry.versions?.includes(version as '8.7') ?? true) &&
      (entry.value === undefined || entry.value === value) &&
      (entry.name.endsWith('*')
        ? name.startsWith(entry.name.slice(0, -1))
        : entry.name === name),
  );
}

const ALL = TYPES.flatMap(type =>
  CAMUNDA_VERSIONS.map(version => [version, type] as const),
);

describe('what the charts give', () => {
  it.each(ALL)('is written for %s %s, or has a reason', (version, type) => {
    expect(
      missing(type, version)
        .filter(row => !reasonFor(row, version))
        .map(([container, name, value]) => `${container} ${name}=${value}`),
    ).toEqual([]);
  });

  it('has no reason too many', () => {
    const used = new Set(
      ALL.flatMap(([version, type]) =>
        missing(type, version).map(row => reasonFor(row, version)),
      ),
    );
    expect(NOT_WRITTEN.filter(entry => !used.has(entry))).toEqual([]);
  });

  it('is much', () => {
    // A changed form of the data must not make the comparison empty.
    for (const [version, type] of ALL) {
      const rows = RENDERED.filter(row =>
        row[type === 'GENERIC' ? 3 : 4].split(' ').includes(version),
      );
      expect(rows.length).toBeGreaterThan(50);
      const written = rows.length - missing(type, version).length;
      expect(written).toBeGreaterThan(30);
    }
  });
});

// The files of the charts are not part of this project; where they lie beside it, they are read.
const FOLDER =
  process.env.CHARTS_RENDERED ??
  join(__dirname, '../../../../../shared/reference/charts/rendered');
const describeWithCharts = existsSync(FOLDER) ? describe : describe.skip;

describeWithCharts('the charts', () => {
  it('are as the data has them', async () => {
    // eslint-disable-next-line @backstage/no-relative-monorepo-imports
    const { renderedFile } = await import(
      '../../../../scripts/charts-rendered'
    );
    expect(
      readFileSync(join(__dirname, '../camunda/charts/rendered.ts'), 'utf8'),
    ).toBe(renderedFile(FOLDER));
  });
});
