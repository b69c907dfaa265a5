import { FINDINGS } from 'backstage-plugin-camunda-identity-common';
import { germanRemedy, germanTitle } from '.';
import { germanRemedies } from './remedies';
import { germanTitles } from './titles';

describe('findings in German', () => {
  it('has a title for every code, and for nothing else', () => {
    expect(Object.keys(germanTitles).sort()).toEqual(
      FINDINGS.map(({ code }) => code).sort(),
    );
    for (const title of Object.values(germanTitles))
      expect(title).not.toMatch(/^$|[.]$/);
    expect(germanTitle('acme.own-check')).toBeUndefined();
  });

  it('has every remedy of the catalogue, and no other', () => {
    expect(Object.keys(germanRemedies).sort()).toEqual(
      [...new Set(FINDINGS.flatMap(({ remedy }) => remedy ?? []))].sort(),
    );
    for (const remedy of Object.values(germanRemedies))
      expect(remedy).toMatch(/[.]$/);
  });

  it('keeps the names and values that a remedy tells to enter', () => {
    const names = /[A-Za-z]+(?:[._][A-Za-z*]+)+|https|S256|RS256|\boid\b|2048/g;
    for (const [english, german] of Object.entries(germanRemedies))
      for (const name of english.match(names) ?? [])
        expect(german).toContain(name);
  });

  it('keeps what the product adds', () => {
    expect(germanRemedy('Use https. In Keycloak: Realm settings.')).toEqual({
      known: 'Nutzen Sie https.',
      rest: 'In Keycloak: Realm settings.',
    });
    expect(germanRemedy('Ask Jane.')).toBeUndefined();
  });
});
