import { germanRemedies } from './remedies';
import { germanTitles } from './titles';

/** What of a remedy is known in German, and what the API says beyond it. */
export interface GermanRemedy {
  known: string;
  /** English; empty where nothing follows. */
  rest: string;
}

/** The title of a code; undefined for that of another module's check. */
export function germanTitle(code: string): string | undefined {
  return germanTitles[code];
}

/** A remedy of the catalogue; what the product at hand adds stands behind it. */
export function germanRemedy(text: string): GermanRemedy | undefined {
  const english = Object.keys(germanRemedies).find(
    known => text === known || text.startsWith(`${known} `),
  );
  return english === undefined
    ? undefined
    : {
        known: germanRemedies[english],
        rest: text.slice(english.length).trim(),
      };
}
