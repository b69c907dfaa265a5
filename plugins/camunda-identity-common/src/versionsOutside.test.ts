import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PLUGINS = join(__dirname, '..', '..');
/** Facts live there; tests and their helpers name versions as they like. */
const ELSEWHERE =
  /node_modules|__(testUtils|fixtures)__|[\\/]camunda[\\/]|\.test\.tsx?$/;
const COMPARED = /[!=]==\s*'8\.\d+'|case '8\.\d+'|'8\.\d+',?\s*\]\.includes\(/;

const sources = readdirSync(PLUGINS, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(PLUGINS, name, 'src'), {
      recursive: true,
      encoding: 'utf8',
    }).map(file => join(name, 'src', file)),
  )
  .filter(file => /\.tsx?$/.test(file) && !ELSEWHERE.test(file));

it('no version is compared with a number outside of camunda/', () => {
  expect(sources.length).toBeGreaterThan(200);
  const comparing = sources.filter(file =>
    COMPARED.test(readFileSync(join(PLUGINS, file), 'utf8')),
  );
  expect(comparing).toEqual([]);
});
