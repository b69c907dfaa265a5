import { flatMessages } from 'backstage-plugin-camunda-identity-react';
import { de } from './de';
import { messages } from './messages';

const placesOf = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the German texts', () => {
  const english = flatMessages(messages);
  const german = flatMessages(de);

  it('are those of the English ones, with the same places', () => {
    expect(Object.keys(german)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(english))
      expect([key, placesOf(german[key])]).toEqual([key, placesOf(text)]);
  });
});
