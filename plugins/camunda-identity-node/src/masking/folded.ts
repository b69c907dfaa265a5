import { ViewWriter, type View } from './View';

/** The lower case of every UTF-16 unit; 0 for ignored units. */
let table: Uint16Array | undefined;

// White space, control and format characters, the backslash, and the plus sign that stands for a space.
const IGNORED = /[\s\\+\p{Cc}\p{Cf}]/u;

function foldTable(): Uint16Array {
  table ??= Uint16Array.from({ length: 0x10000 }, (_, code) => {
    const char = String.fromCharCode(code);
    if (IGNORED.test(char)) return 0;
    const lower = char.toLowerCase();
    return lower.length === 1 ? lower.charCodeAt(0) : code;
  });
  return table;
}

/** A reading without case, white space and invisible characters. */
export function folded(view: View): View {
  const { codes } = view;
  const fold = foldTable();
  const writer = new ViewWriter(view);
  for (let at = 0; at < codes.length; at += 1) {
    const code = fold[codes[at]];
    if (code > 0) writer.write(code, at, at + 1);
  }
  return writer.view();
}
