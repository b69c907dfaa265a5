import type { messages } from './messages';
import type { Translated } from './translated';

/** German texts shared by the frontend packages. */
export const de: Translated<typeof messages> = {
  locale: 'de',
  required: 'Pflichtfeld',
  copy: {
    label: '{{what}} kopieren',
    done: 'Kopiert: {{what}}',
  },
  health: {
    pass: 'In Ordnung',
    warn: 'Handlungsbedarf',
    fail: 'Gestört',
    unknown: 'Nicht bekannt',
    recent: 'Letzte Prüfungen, die neueste rechts',
    entry: '{{status}}, {{when}}',
  },
  result: {
    pass: 'Bestanden',
    info: 'Hinweis',
    warn: 'Warnung',
    fail: 'Fehlgeschlagen',
    unknown: 'Nicht feststellbar',
    skipped: 'Nicht geprüft',
  },
  subject: {
    provider: 'Provider',
    record: 'Diese Verbindung',
  },
  causes: {
    follows_one: '{{count}} Befund folgt daraus',
    follows_other: '{{count}} Befunde folgen daraus',
    docs: 'Dokumentation',
    label: 'Was zu tun ist',
  },
  failure: {
    retry: 'Erneut versuchen',
    denied: 'Sie dürfen dies nicht sehen',
  },
};
