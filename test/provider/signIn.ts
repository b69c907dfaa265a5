/**
 * Signs in at the local provider as a browser would: follows its redirects with its cookies, and fills in
 * its forms for sign-in and consent.
 *
 * @param authorizationUrl - where the application sends people
 * @param options - `login`: name to sign in under; `deny`: leaves at the first form instead
 * @returns the address at the application that the provider sends the browser to, which is not asked
 */
export async function signIn(
  authorizationUrl: string,
  options: { login?: string; deny?: boolean } = {},
): Promise<URL> {
  const { origin, searchParams } = new URL(authorizationUrl);
  const target = searchParams.get('redirect_uri')!;
  const cookies = new Map<string, string>();
  let url = new URL(authorizationUrl);
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < 20; hop += 1) {
    const response: Response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        Accept: 'text/html',
        Cookie: [...cookies]
          .map(([name, value]) => `${name}=${value}`)
          .join('; '),
      },
      body: form,
    });
    form = undefined;
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    if (location) {
      url = new URL(location, url);
      if (url.href.startsWith(target)) return url;
      if (url.origin !== origin)
        throw new Error(`The provider sends the browser to ${url.origin}`);
      continue;
    }
    const page = await response.text();
    if (response.status >= 400)
      throw new Error(`The provider answers with status ${response.status}`);
    const next = options.deny
      ? /href="([^"]+\/abort)"/.exec(page)?.[1]
      : /action="([^"]+)"/.exec(page)?.[1];
    if (!next) throw new Error('The provider shows no form');
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'login';
    url = new URL(next, url);
    if (!options.deny)
      form = new URLSearchParams(
        prompt === 'login'
          ? { prompt, login: options.login ?? 'alice', password: 'any' }
          : { prompt },
      );
  }
  throw new Error('The provider sends the browser around in circles');
}
