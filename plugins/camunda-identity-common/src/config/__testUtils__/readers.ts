import { spawnSync } from 'node:child_process';

/*
 * Who reads what is written: real shells and a real YAML 1.1 reader where the machine has them, and for Go and
 * Java programs what their sources do, in a few lines.
 */

export type Variables = Record<string, string>;

/**
 * Reads a dotenv file with a real shell.
 *
 * @param shell - its command
 * @returns undefined where the machine has no such shell
 */
export function readWithShell(
  shell: string,
  content: string,
  names: readonly string[],
): Variables | undefined {
  const print = names.map(name => `printf '%s\\0' "$${name}"`).join('\n');
  const { error, stdout, stderr, status } = spawnSync(
    shell,
    ['-c', `set -a\n${content}\nset +a\n${print}`],
    { encoding: 'utf8', env: { PATH: '/nowhere', HOME: '/home/somebody' } },
  );
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
    return undefined;
  if (status !== 0 || stderr) throw new Error(`${shell}: ${stderr}`);
  const values = stdout.split('\0');
  return Object.fromEntries(names.map((name, at) => [name, values[at]]));
}

/** `$$` is a dollar sign, `${NAME}` and `$NAME` a variable (compose-go, template/template.go). */
export function interpolate(text: string, variables: Variables = {}): string {
  return text.replace(
    /\$(?:(\$)|\{([A-Za-z_]\w*)(?::?-([^}]*))?\}|([A-Za-z_]\w*))/g,
    (_, dollar, braced, fallback, bare) =>
      dollar ?? variables[braced ?? bare] ?? fallback ?? '',
  );
}

/** A value of a dotenv file as Compose reads it (compose-go, dotenv/parser.go). */
export function readWithCompose(line: string): string {
  const text = line.slice(line.indexOf('=') + 1);
  const quote = text[0];
  if (quote !== "'" && quote !== '"')
    return interpolate(text.split('#', 1)[0].trimEnd());
  let value = '';
  let at = 1;
  for (; at < text.length && text[at] !== quote; at += 1) {
    if (text[at] === '\\') {
      at += 1;
      // A quote behind a backslash stands for itself; anything else keeps both.
      value += text[at] === quote ? quote : `\\${text[at] ?? ''}`;
    } else value += text[at];
  }
  if (text[at] !== quote) throw new Error('unterminated quoted value');
  if (quote === "'") return value;
  return interpolate(
    value.replace(/\\([abcfnrtv$"\\])/g, (_, char) =>
      char === '$' ? '$$' : JSON.parse(`"\\${char}"`),
    ),
  );
}

/** `$$` is a dollar sign, `$(NAME)` a variable (Kubernetes, third_party/forked/golang/expansion). */
export function expandWithKubelet(
  text: string,
  variables: Variables = {},
): string {
  let expanded = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '$' || at + 1 === text.length) {
      expanded += text[at];
      continue;
    }
    at += 1;
    const end = text.indexOf(')', at);
    if (text[at] === '(' && end > 0) {
      const name = text.slice(at + 1, end);
      expanded += variables[name] ?? `$(${name})`;
      at = end;
    } else expanded += text[at] === '$' ? '$' : `$${text[at]}`;
  }
  return expanded;
}

/** Where a placeholder that begins at `start` ends: braces within count. */
function endOf(text: string, start: number): number {
  let open = 0;
  for (let at = start + 2; at < text.length; at += 1) {
    if (text[at] === '{') open += 1;
    else if (text[at] === '}') {
      if (open === 0) return at;
      open -= 1;
    }
  }
  return -1;
}

/**
 * Resolves placeholders as Spring does (PropertyPlaceholderHelper; from 6.2 on PlaceholderParser, for which a
 * backslash keeps a placeholder from being one).
 *
 * @throws Error for a placeholder that nobody knows
 */
export function resolveWithSpring(
  text: string,
  properties: Variables,
  { escapes }: { escapes: boolean },
): string {
  let resolved = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('${', at);
    const end = start < 0 ? -1 : endOf(text, start);
    if (end < 0) return resolved + text.slice(at);
    if (escapes && start > 0 && text[start - 1] === '\\') {
      resolved += `${text.slice(at, start - 1)}\${`;
      at = start + 2;
      continue;
    }
    const inner = resolveWithSpring(text.slice(start + 2, end), properties, {
      escapes,
    });
    const colon = inner.indexOf(':');
    const value =
      properties[inner] ??
      (colon < 0
        ? undefined
        : properties[inner.slice(0, colon)] ?? inner.slice(colon + 1));
    if (value === undefined) throw new Error(`no value for ${inner}`);
    resolved += text.slice(at, start) + value;
    at = end + 1;
  }
}

/**
 * Reads YAML with PyYAML, a reader of YAML 1.1 that is not ours.
 *
 * @returns undefined where the machine has none
 */
export function readWithPython(content: string): any {
  const script =
    'import sys, json, yaml\nprint(json.dumps(list(yaml.safe_load_all(sys.stdin.buffer.read().decode("utf-8")))))';
  const { stdout, status, stderr } = spawnSync('python3', ['-c', script], {
    input: content,
    encoding: 'utf8',
  });
  if (status === 0) return JSON.parse(stdout);
  if (!stderr || /No module|not found/.test(stderr)) return undefined;
  throw new Error(stderr);
}
