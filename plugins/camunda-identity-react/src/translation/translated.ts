/**
 * The same tree of texts in another language.
 *
 * @public
 */
export type Translated<T> = {
  [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
};

/**
 * Converts a tree of texts to Backstage's translation format: `{ a: { b: 'x' } }` becomes `{ 'a.b': 'x' }`.
 *
 * @public
 */
export function flatMessages(
  tree: object,
  prefix = '',
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flatMessages(value, `${prefix}${key}.`)),
    ),
  );
}
