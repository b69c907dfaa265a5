import type { Translated } from 'backstage-plugin-camunda-identity-react';
import type { messages } from './messages';
import { messages as english } from './messages';

/** The plugin's texts in German. */
export const de: Translated<typeof messages> = english;
