import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../__fixtures__/records';
import { FINDINGS } from '../checks';
import { fillGuide } from '../connections';
import {
  accessTokenAlgorithms,
  CAMUNDA_VERSIONS,
  clientAuthenticationOf,
  clientsOf,
  idTokenAlgorithms,
  libraryOf,
  machineClientFacts,
  NOTICES,
  refusesFaultyDocuments,
  since,
  takesCertificate,
} from './index';

const each = CAMUNDA_VERSIONS.flatMap(version =>
  [...clientsOf(version), machineClientFacts('billing')].map(
    facts => [version, facts.key, facts] as const,
  ),
);

describe('the table of libraries', () => {
  it.each(each)('has one entry for %s %s, with its source', (version, key) => {
    const entry = libraryOf(key, version);
    expect(entry?.source).toMatch(/\w/);
    expect(entry?.clientAuthentication.length).toBeGreaterThan(0);
  });

  it.each(each)(
    'says of %s %s what the record asks for',
    (version, key, facts) => {
      const methods = clientAuthenticationOf(facts, version, 'GENERIC');
      const isPublic = facts.clientType === 'public';
      expect([key, methods.includes('none')]).toEqual([key, isPublic]);
      expect([key, /^client_secret_/.test(methods[0])]).toEqual([
        key,
        !isPublic,
      ]);
    },
  );

  it('decides where a record may have a certificate', () => {
    const taking = (type: 'GENERIC' | 'MICROSOFT') =>
      each
        .filter(([version, , facts]) => takesCertificate(facts, version, type))
        .map(([version, key]) => `${version} ${key}`);
    const withCertificates = since('8.8');
    const generic = withCertificates.flatMap(version =>
      ['connectors', 'orchestration', 'machine.billing'].map(
        key => `${version} ${key}`,
      ),
    );
    expect(taking('GENERIC').sort()).toEqual([...generic].sort());
    expect(taking('MICROSOFT').sort()).toEqual(
      [
        ...generic,
        ...withCertificates.map(version => `${version} identity`),
      ].sort(),
    );
  });

  it.each(CAMUNDA_VERSIONS)(
    'knows no PS and no symmetric key (%s)',
    version => {
      expect(idTokenAlgorithms(version)).toEqual(['RS256']);
      expect(accessTokenAlgorithms(version)).toContain('ES512');
      expect(accessTokenAlgorithms(version).join()).not.toMatch(/PS|HS|none/);
    },
  );

  it.each(CAMUNDA_VERSIONS)('has what the notices say (%s)', version => {
    const notice = (code: string) =>
      NOTICES.find(entry => entry.code === code)!;
    const taking = clientsOf(version).filter(facts =>
      takesCertificate(facts, version, 'MICROSOFT'),
    );
    const entra = notice('entra-certificate');
    expect(entra.versions!.includes(version)).toBe(taking.length > 0);
    const [said] = entra.text.split(' can prove themselves');
    for (const facts of clientsOf(version))
      expect([facts.key, said.includes(facts.title)]).toEqual([
        facts.key,
        taking.length === 0
          ? said.includes(facts.title)
          : taking.includes(facts),
      ]);
    expect(notice('private-key-jwt').versions!.includes(version)).toBe(
      taking.some(({ key }) => key === 'orchestration'),
    );
  });

  it('knows who refuses a faulty discovery document', () => {
    expect(CAMUNDA_VERSIONS.filter(refusesFaultyDocuments)).toEqual(
      since('8.8'),
    );
  });

  it('tells Hub, which has settings of its own, from Optimize, which has the cluster’s', () => {
    expect(libraryOf('optimize', '8.10')?.clientAuthentication).toContain(
      'private_key_jwt',
    );
    expect(libraryOf('hub.api', '8.10')?.clientAuthentication).not.toContain(
      'private_key_jwt',
    );
  });

  it('has what the catalogue says of the checks', () => {
    const explained = (code: string) =>
      FINDINGS.find(entry => entry.code === code)!.explanation;
    for (const name of idTokenAlgorithms('8.9'))
      expect(explained('discovery.signing-algorithms')).toContain(name);
    for (const key of ['orchestration', 'connectors'] as const)
      expect(explained('discovery.auth-methods')).toContain(
        libraryOf(key, '8.9')!.clientAuthentication[0],
      );
  });
});

describe('a guide', () => {
  it.each(CAMUNDA_VERSIONS)('says what the table says (%s)', version => {
    const record = inVersion(genericRecord(), version);
    const guide = fillGuide(record, 'https://idp.example.com');
    const step = guide.considerations.find(
      ({ code }) => code === 'algorithms',
    )!;
    expect(step.text).toContain(`signed with ${idTokenAlgorithms(version)}`);
    expect(step.text).toContain(accessTokenAlgorithms(version).join(', '));
    expect(step.each.length).toBeGreaterThan(0);
    for (const { client, text } of step.each)
      for (const method of libraryOf(client, version)!.clientAuthentication)
        expect([client, text.includes(method)]).toEqual([
          client,
          // Management Identity has certificates at Entra only.
          client !== 'identity' || method !== 'private_key_jwt',
        ]);
  });

  it('of Entra leaves it out: nothing is to be chosen there', () => {
    const { considerations } = fillGuide(microsoftRecord(), 'https://x.test');
    expect(considerations.map(({ code }) => code)).not.toContain('algorithms');
  });
});
