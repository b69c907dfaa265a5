import {
  TextParts,
  TextSearch,
} from 'backstage-plugin-camunda-identity-common';
import { folded } from './folded';
import { layers, readings } from './readings';
import { viewOf, type View } from './View';

/**
 * A secret that was sent, and the client ID it was sent for.
 *
 * @public
 */
export interface SentSecret {
  clientId: string;
  secret: string;
}

/** Replaces a secret. */
const REPLACEMENT = '«secret»';

/**
 * Replaces a text that could not be searched.
 *
 * @public
 */
export const WITHHELD = '«withheld: could not be searched for secrets»';

/** Maximum length in UTF-16 units; longer texts are withheld, so that a search never takes long. */
const MAX_TEXT = 32 * 1024;

/** A secret that is shorter than this without white space is only searched for literally. */
const MIN_FOLDED = 4;

/** A secret that contains escapes is also searched for without them, unless too little is left. */
const MIN_UNESCAPED = 6;

/** How a secret may look after a text has been unescaped. */
function foldedForms(secret: string): Uint16Array[] {
  const [plain, ...decoded] = layers(viewOf(secret)).map(
    view => folded(view).codes,
  );
  return [
    ...(plain.length >= MIN_FOLDED ? [plain] : []),
    ...decoded.filter(({ length }) => length >= MIN_UNESCAPED),
  ];
}

/** Adds what `search` finds in a reading of the text. */
function addFound(parts: TextParts, search: TextSearch, view: View) {
  search.find(view.codes, (from, to) =>
    parts.add(view.from[from], view.to[to - 1]),
  );
}

/**
 * Makes a function that removes secrets from a text, in every form in which one may come back: literally, in
 * either case, with white space in it, percent-encoded (also twice, also in part), in JSON, HTML and
 * quoted-printable, hexadecimal, and in the base64 of anything that contains it. The text is decoded and
 * searched in linear time.
 *
 * A text that is too long, or that cannot be searched for any reason, is withheld as a whole.
 *
 * @param secrets - those that were sent; without a client ID if it is not known
 * @public
 */
export function secretScrubber(
  secrets: readonly SentSecret[],
): (text: string) => string {
  const known = [...new Set(secrets.map(({ secret }) => secret))].filter(
    Boolean,
  );
  if (known.length === 0) return text => text;
  let exact: TextSearch;
  let alike: TextSearch;
  try {
    exact = new TextSearch(known.map(secret => viewOf(secret).codes));
    alike = new TextSearch(known.flatMap(foldedForms));
  } catch {
    return () => WITHHELD;
  }
  const scrub = (text: string) => {
    const parts = new TextParts(text);
    for (const view of readings(viewOf(text))) {
      addFound(parts, exact, view);
      addFound(parts, alike, folded(view));
    }
    return parts.replacedBy(REPLACEMENT);
  };
  return text => {
    if (text.length > MAX_TEXT) return WITHHELD;
    try {
      return scrub(text);
    } catch {
      return WITHHELD;
    }
  };
}
