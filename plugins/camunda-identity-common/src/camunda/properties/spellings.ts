import type { Property } from './Property';

/*
 * Spring's relaxed binding: clientId, client-id and client_id are one property; as a variable dots become
 * underscores and dashes go, or (the older form) become underscores too. An index stands between underscores.
 */

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** The one text for a property in a YAML or .properties file. */
export function canonicalProperty(path: string): string {
  return path
    .replace(/\[[0-9n]*\]/g, '')
    .replace(/[-_]/g, '')
    .toLowerCase();
}

/** The one text for a variable: upper case, indexes as `<n>`. */
export function canonicalVariable(name: string): string {
  return name.toUpperCase().replace(/_[0-9]+(?=_|$)/g, '_<N>');
}

function relaxed(name: string): string[] {
  const elements = kebab(name)
    .replace(/\[[nm]\]/g, '.<n>')
    .split('.');
  return ['', '_'].map(dash =>
    elements
      .map(element =>
        element.startsWith('<') ? element : element.replace(/-/g, dash),
      )
      .join('_')
      .toUpperCase(),
  );
}

/** Every spelling as a variable, in the form of {@link canonicalVariable}; `<ID>` stands for any name. */
export function variableSpellings(property: Property): string[] {
  const { name, env, literal, kind } = property;
  const given = env.map(spelling => spelling.replace(/<([nm])>/g, '<N>'));
  if (literal) return given;
  const all = new Set([
    ...given.map(spelling => spelling.toUpperCase()),
    ...(name ? relaxed(name) : []),
  ]);
  for (const spelling of [...all]) {
    if (kind === 'list') {
      all.add(spelling.replace(/_<N>$/, ''));
      all.add(`${spelling.replace(/_<N>$/, '')}_<N>`);
    }
  }
  // `LIST_0_` binds as well as `LIST_0`.
  for (const spelling of [...all])
    if (spelling.endsWith('_<N>')) all.add(`${spelling}_`);
  return [...all];
}
