import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { CAMUNDA_VERSIONS } from './camunda';

const TEMPLATES = join(__dirname, '..', '..', '..', 'templates');
const FILES = readdirSync(TEMPLATES, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(TEMPLATES, name))
      .filter(file => file.endsWith('.yaml'))
      .map(file => join(name, file)),
  );
const NEWEST_FIRST = [...CAMUNDA_VERSIONS].reverse();

/** Every list of versions that a form offers, with the name of its field. */
function lists(node: unknown, field = ''): Array<[string, string[]]> {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'enum' && Array.isArray(value) && /^8\.\d+$/.test(value[0])
      ? [[field, value] as [string, string[]]]
      : lists(value, key),
  );
}

const LISTS = FILES.flatMap(file =>
  parseAllDocuments(readFileSync(join(TEMPLATES, file), 'utf8')).flatMap(
    document =>
      lists(document.toJS()).map(([field, versions]) => ({
        file,
        field,
        versions,
      })),
  ),
);

it('templates that ask for a version are found', () => {
  expect(LISTS.length).toBeGreaterThanOrEqual(6);
});

/** An upgrade starts below the newest version and ends above the oldest one. */
const OFFERED: Record<string, readonly string[]> = {
  from: NEWEST_FIRST.slice(1),
  to: NEWEST_FIRST.slice(0, -1),
};

it.each(LISTS)('$file, $field: the versions of this release', list => {
  expect(list.versions).toEqual(OFFERED[list.field] ?? NEWEST_FIRST);
});
