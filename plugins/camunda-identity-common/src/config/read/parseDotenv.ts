import { withoutContainerPrefix } from '../env/containerPrefix';
import { secretReferenceIn } from '../env/secretComment';
import { assertReadable } from './fileLimits';
import { UnreadableConfigError, type FileKey } from './types';

const ASSIGNMENT = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*=(.*)$/;
const HEADER = /^#\s*([a-z][a-z0-9-]*)\s*$/;

/** The value of an assignment; quotes as the writer and the shell have them. */
function unquote(text: string): string {
  if (text.startsWith("'")) {
    const end = text.indexOf("'", 1);
    return end > 0 ? text.slice(1, end) : text;
  }
  if (text.startsWith('"')) {
    const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text);
    return quoted ? quoted[1].replace(/\\([\\"$`])/g, '$1') : text;
  }
  // An unquoted value ends where a comment begins.
  return text.split(/\s(?:#|\/\/)/, 1)[0].trim();
}

/**
 * Variables of a dotenv file. A line `# <container>` names the container of what follows; what the page
 * shows (`KEY=value // remark`) is read too.
 *
 * @throws UnreadableConfigError for a line that is no assignment
 */
export function parseDotenv(content: string): FileKey[] {
  assertReadable(content);
  const keys: FileKey[] = [];
  let container: string | undefined;
  let reference: { name: string; key: string } | undefined;
  content.split(/\r?\n/).forEach((raw, index) => {
    const line = index + 1;
    const text = raw.trim();
    if (text === '') return;
    if (text.startsWith('#')) {
      container = HEADER.exec(text)?.[1] ?? container;
      reference = secretReferenceIn(text) ?? reference;
      return;
    }
    const assignment = ASSIGNMENT.exec(text);
    if (!assignment)
      throw new UnreadableConfigError(
        `line ${line}: expected NAME=value or a comment`,
      );
    const [, written, value] = assignment;
    const prefixed = withoutContainerPrefix(written);
    const name = prefixed?.name ?? written;
    container = prefixed?.container ?? container;
    keys.push({ container, path: [name], value: unquote(value.trim()), line });
    if (reference) {
      const at = (member: string) => [name, 'secretKeyRef', member];
      keys.push(
        { container, path: at('name'), value: reference.name, line },
        { container, path: at('key'), value: reference.key, line },
      );
      reference = undefined;
    }
  });
  return keys;
}
