import { InputError } from '@backstage/errors';
import { UnsupportedSetupError } from 'backstage-plugin-camunda-identity-common/setup';
import {
  UnknownCloudError,
  UnreadableConfigError,
  UnsupportedConfigError,
} from 'backstage-plugin-camunda-identity-common';

/**
 * Runs code that writes or reads configuration, and turns errors that the caller can fix into a 400.
 *
 * @throws InputError
 */
export function inputErrors<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof UnreadableConfigError)
      throw new InputError(`content: ${error.message}`);
    if (
      error instanceof UnsupportedConfigError ||
      error instanceof UnsupportedSetupError ||
      error instanceof UnknownCloudError
    )
      throw new InputError(error.message);
    if (error instanceof RangeError)
      throw new InputError(`to: ${error.message}`);
    throw error;
  }
}
