import type { FileKey } from '../types';
import type { Source } from './Source';
import { VERSION_LENGTH } from './statedChart';

const COMMAND = /^(docker|podman|nerdctl)$/;
/** Options that stand alone; every other one takes the next word. */
const FLAGS =
  /^(-[dit]+|-P|--(detach|interactive|tty|rm|init|privileged|publish-all|read-only|no-healthcheck|oom-kill-disable|sig-proxy|quiet))$/;

/** True for a text in which containers are started by hand. */
export function isDockerRun(content: string): boolean {
  return /(^|[\s;&|(])(docker|podman|nerdctl)\s+(container\s+)?(run|create)\s/.test(
    content,
  );
}

interface Word {
  text: string;
  line: number;
  /** The first of a command. */
  first: boolean;
}

/** Words of a shell script, quotes and continued lines taken away. Linear. */
function words(content: string): Word[] {
  const found: Word[] = [];
  let line = 1;
  let first = true;
  let word: Word | undefined;
  let quote = '';
  const add = (character: string) => {
    word ??= { text: '', line, first };
    word.text += character;
  };
  const end = () => {
    if (!word) return;
    found.push(word);
    word = undefined;
    first = false;
  };
  for (let i = 0; i < content.length; i++) {
    const character = content[i];
    const next = content[i + 1];
    if (character === '\n') line += 1;
    if (quote) {
      if (character === quote) quote = '';
      else if (
        character === '\\' &&
        quote === '"' &&
        /["\\$`]/.test(next ?? '')
      )
        add(content[++i]);
      else add(character);
    } else if (character === '"' || character === "'") {
      quote = character;
      add('');
    } else if (
      /[\\^`]/.test(character) &&
      (next === '\n' || (next === '\r' && content[i + 2] === '\n'))
    ) {
      end();
      i += next === '\r' ? 2 : 1;
      line += 1;
    } else if (character === '\\' && next) add(content[++i]);
    else if (character === '\n' || character === ';' || character === '&') {
      end();
      first = true;
    } else if (/\s/.test(character)) end();
    else if (character === '#' && !word) {
      const rest = content.indexOf('\n', i);
      i = (rest < 0 ? content.length : rest) - 1;
    } else add(character);
  }
  end();
  return found;
}

function commandOf(list: readonly Word[]): Source | undefined {
  let at = list.findIndex(({ text }) => COMMAND.test(text));
  if (at < 0) return undefined;
  at += 1;
  if (list[at]?.text === 'container') at += 1;
  if (!/^(run|create)$/.test(list[at]?.text ?? '')) return undefined;
  const keys: FileKey[] = [];
  const missing: string[] = [];
  let container: string | undefined;
  let image: string | undefined;
  for (at += 1; at < list.length; at++) {
    const { text, line } = list[at];
    if (!text.startsWith('-')) {
      image = text;
      break;
    }
    if (FLAGS.test(text)) continue;
    const [option, ...inline] = text.startsWith('--')
      ? text.split('=')
      : [text.slice(0, 2), ...(text.length > 2 ? [text.slice(2)] : [])];
    let value = inline.join('=');
    if (inline.length === 0) {
      at += 1;
      value = list[at]?.text ?? '';
    }
    if (option === '-e' || option === '--env') {
      const [name, ...rest] = value.split('=');
      keys.push({
        path: [name],
        value: rest.length ? rest.join('=') : `\${${name}}`,
        line,
      });
    } else if (option === '--name') container = value;
    else if (option === '--env-file') missing.push(value);
  }
  return {
    form: 'env',
    style: 'dotenv',
    keys: keys.map(key => ({ ...key, container, image })),
    elsewhere: missing.map(what => ({ container, what })),
  };
}

/** True for a text in which a chart is installed by hand. */
export function isHelmCommand(content: string): boolean {
  return /(^|[\s;&|(])helm\s+(install|upgrade|template)\s/.test(content);
}

/** Keys that a script sets for a chart (`--set a.b=c,d=e`). */
export function parseHelmCommand(
  content: string,
): Pick<Source, 'keys' | 'chart'> {
  const keys: FileKey[] = [];
  let chart: Source['chart'];
  let isSet = false;
  let isVersion = false;
  for (const { text, line } of words(content)) {
    const version = /^--version=(.+)$/.exec(text)?.[1];
    const stated = version ?? (isVersion ? text : '');
    if (stated && stated.length <= VERSION_LENGTH)
      chart ??= { version: stated, line };
    isVersion = text === '--version';
    const inline = /^--set(?:-string)?=(.*)$/.exec(text)?.[1];
    const given = inline ?? (isSet ? text : undefined);
    isSet = /^--set(-string)?$/.test(text);
    for (const pair of given?.split(/(?<!\\),/) ?? []) {
      const at = pair.indexOf('=');
      if (at > 0)
        keys.push({
          path: pair.slice(0, at).split('.'),
          value: pair.slice(at + 1),
          line,
        });
    }
  }
  return { keys, chart };
}

/** Variables of every container that a script starts. */
export function parseDockerRun(content: string): Source[] {
  const commands: Word[][] = [];
  for (const word of words(content)) {
    if (word.first || commands.length === 0) commands.push([]);
    commands[commands.length - 1].push(word);
  }
  return commands.flatMap(list => commandOf(list) ?? []);
}
