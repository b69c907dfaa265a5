/** Server and realm of an issuer, `https://host[/auth]/realms/<realm>`. */
export function keycloakRealm(issuer: string): {
  server: string;
  realm: string;
} {
  const marker = '/realms/';
  const at = issuer.lastIndexOf(marker);
  if (at < 0) return { server: issuer, realm: '<realm>' };
  const [realm] = issuer.slice(at + marker.length).split('/');
  let name = realm;
  try {
    name = decodeURIComponent(realm);
  } catch {
    // A stray percent sign is part of the name.
  }
  return { server: issuer.slice(0, at), realm: name };
}
