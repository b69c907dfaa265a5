import { ConfigReader } from '@backstage/config';
import { readCamundaIdentityConfig } from '../readConfig';

/** Reads configuration as the plugin does at its start. */
export function read(camundaIdentity: object, rest: object = {}) {
  return readCamundaIdentityConfig(
    new ConfigReader({ ...rest, camundaIdentity } as never),
  );
}

/** The line with which configuration is refused; an empty one where it is not. */
export function refusalOf(camundaIdentity: object, rest: object = {}): string {
  try {
    read(camundaIdentity, rest);
  } catch (error) {
    const { message } = error as Error;
    if (message.includes('\n')) throw new Error(`Two lines: ${message}`);
    return message;
  }
  return '';
}
