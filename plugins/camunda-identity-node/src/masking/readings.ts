import { base64Decoded, hexDecoded, quotedPrintable, utf8 } from './bytes';
import { unescaped } from './unescaped';
import { isSame, type View } from './View';

/** Escapes within escapes: an address in a JSON text in a JSON text in an address. */
const MAX_LAYERS = 4;

/** A reading, and those that result from removing escapes layer by layer. */
export function layers(view: View, most = MAX_LAYERS): View[] {
  const all = [view];
  for (let layer = 0; layer < most; layer += 1) {
    const last = all[layer];
    const next = utf8(unescaped(last));
    if (isSame(next, last)) break;
    all.push(next);
  }
  return all;
}

/**
 * All readings of a text that may be encoded, possibly several times: escapes of any kind, quoted-printable,
 * base64 at any offset, hexadecimal digits. Their number is fixed, and none is longer than the text.
 */
export function* readings(text: View): Generator<View> {
  for (const view of layers(text)) {
    yield view;
    const printable = quotedPrintable(view);
    if (printable) yield* layers(utf8(printable), 1);
    for (const skip of [0, 1, 2, 3])
      yield* layers(utf8(base64Decoded(view, skip)), 2);
    for (const skip of [0, 1]) yield* layers(utf8(hexDecoded(view, skip)), 1);
  }
}
