import { CAMUNDA_VERSIONS, clientsOf, signInOf } from '.';

it('says of every client that people sign in to how its component reads them', () => {
  for (const version of CAMUNDA_VERSIONS)
    for (const { key, grantTypes } of clientsOf(version))
      expect([version, key, signInOf(key, version) !== undefined]).toEqual([
        version,
        key,
        grantTypes.includes('authorization_code'),
      ]);
});
