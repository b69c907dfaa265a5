import { ConfigReader } from '@backstage/config';
import { readCamundaIdentityConfig } from '../readConfig';

/** Reads configuration as the plugin does at startup. */
export function read(camundaIdentity: object, rest: object = {}) {
  return readCamundaIdentityConfig(
    new ConfigReader({ ...rest, camundaIdentity } as never),
  );
}

/** The error with which configuration is refused; empty if it is accepted. */
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
