import type { Config } from '@backstage/config';
import {
  MICROSOFT_CLOUDS,
  withoutTrailingSlash,
  type MicrosoftCloud,
} from 'backstage-plugin-camunda-identity-common';

const PATH = 'camundaIdentity.microsoft.clouds';

function isPlainUrl(text: string): boolean {
  if (!/^https?:\/\/[^/\\?#\s][^\\?#\s]*$/i.test(text) || !URL.canParse(text))
    return false;
  const { username, password } = new URL(text);
  return !username && !password;
}

/**
 * Microsoft's own clouds, and those that the installation adds.
 *
 * @param config - `camundaIdentity`
 * @throws Error with one line that names the key
 */
export function readClouds(
  config: Config | undefined,
): Record<string, MicrosoftCloud> {
  const clouds: Record<string, MicrosoftCloud> = { ...MICROSOFT_CLOUDS };
  const own = config?.getOptionalConfig('microsoft.clouds');
  for (const name of own?.keys() ?? []) {
    if (Object.hasOwn(MICROSOFT_CLOUDS, name))
      throw new Error(
        `${PATH}.${name}: this is a cloud of Microsoft's own; choose another name`,
      );
    const cloud = own!.getConfig(name);
    const loginBaseUrl = cloud.getString('loginBaseUrl');
    if (!isPlainUrl(loginBaseUrl))
      throw new Error(
        `${PATH}.${name}.loginBaseUrl: expected an absolute http(s) URL without user, query and fragment, such as https://login.example.com`,
      );
    clouds[name] = {
      title: cloud.getString('title'),
      loginBaseUrl: withoutTrailingSlash(loginBaseUrl),
    };
  }
  return clouds;
}
