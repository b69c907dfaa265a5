import fc from 'fast-check';
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { text } from '../__testUtils__/arbitraries';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../__fixtures__/records';
import { CAMUNDA_VERSIONS } from '../camunda';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import { springText } from './spring';
import { writeConfig } from './writeConfig';

/*
 * Whatever text a record accepts comes back from the file, read as Helm reads it (YAML 1.1) and by a
 * reader that is not the writer's own.
 */
const READERS: Array<(text: string) => any> = [
  content => parse(content, { version: '1.1' }),
  content => load(content),
];

const RECORDS = CAMUNDA_VERSIONS.flatMap(version => [
  inVersion(genericRecord(), version),
  inVersion(microsoftRecord(), version),
]);

describe.each(RECORDS.map(record => [record.camundaVersion, record] as const))(
  'Helm values of %s',
  (_, base) => {
    it('give every text back', () => {
      fc.assert(
        fc.property(text, text, text, (clientId, audience, claim) => {
          const record = structuredClone(base);
          Object.assign(record.components.identity, { clientId, audience });
          record.initialClaim = { name: 'oid', value: claim };
          const { content } = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
            format: 'helm',
          }).combined;
          for (const read of READERS) {
            const { identity } = read(content).global.identity.auth;
            expect(identity.clientId).toBe(clientId);
            expect(identity.audience).toBe(audience);
          }
          // The chart prints the claim without quotes, and it is read again.
          const printed =
            READERS[0](content).global.identity.auth.identity.initialClaimValue;
          expect(READERS[0](`value: ${printed}`).value).toBe(claim);
        }),
        { numRuns: 100 },
      );
    });
  },
);

it('Kubernetes and Compose give every text back', () => {
  fc.assert(
    fc.property(text, audience => {
      const record = genericRecord();
      record.components.identity.audience = audience;
      const compose = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
        format: 'env',
        style: 'compose',
      }).combined.content;
      const kubernetes = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
        format: 'env',
        style: 'kubernetes',
        component: 'identity',
      }).combined.content;
      for (const read of READERS) {
        const { environment } = read(compose).services.identity;
        // As Identity’s Spring gets it.
        const inside = springText(audience);
        expect(
          environment.CAMUNDA_IDENTITY_AUDIENCE.replace(/\$\$/g, '$'),
        ).toBe(inside);
        const entry = read(kubernetes).env.find(
          ({ name }: { name: string }) => name === 'CAMUNDA_IDENTITY_AUDIENCE',
        );
        expect(entry.value.replace(/\$\$/g, '$')).toBe(inside);
      }
    }),
    { numRuns: 500 },
  );
});
