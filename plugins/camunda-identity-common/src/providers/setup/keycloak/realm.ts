/** Server and realm of an issuer, `https://host[/auth]/realms/<realm>`; placeholders where it is another one. */
export function keycloakRealm(issuer: string): {
  server: string;
  realm: string;
  isKnown: boolean;
} {
  const marker = '/realms/';
  const at = issuer.lastIndexOf(marker);
  if (at < 0) return { server: issuer, realm: '<realm>', isKnown: false };
  const [realm] = issuer.slice(at + marker.length).split('/');
  let name = realm;
  try {
    name = decodeURIComponent(realm);
  } catch {
    // A stray percent sign is part of the name.
  }
  return { server: issuer.slice(0, at), realm: name, isKnown: true };
}
