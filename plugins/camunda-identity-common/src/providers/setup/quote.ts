/** Quotes any text as one word of a POSIX shell. */
export function shellWord(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) && !value.startsWith('=')
    ? value
    : `'${value.split("'").join(`'\\''`)}'`;
}

/** A quoted string of HCL, in which `${` and `%{` start templates. */
export function hclString(value: string): string {
  return JSON.stringify(value).split('${').join('$${').split('%{').join('%%{');
}

/** A list of strings in HCL, one per line if there are several. */
export function hclList(values: readonly string[], indent = '  '): string {
  if (values.length <= 1) return `[${values.map(hclString).join('')}]`;
  const lines = values.map(value => `${indent}  ${hclString(value)},`);
  return `[\n${lines.join('\n')}\n${indent}]`;
}

/** A name of a Terraform resource: letters, digits and underscores. */
export function hclName(value: string): string {
  const name = value
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]/g, '_')
    .toLowerCase();
  return /^[a-z]/.test(name) ? name : `c_${name}`;
}

/** A table cell of Markdown. */
export function cell(value: string): string {
  return value.split('\\').join('\\\\').split('|').join('\\|');
}

/** Indented JSON with a trailing line break. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
