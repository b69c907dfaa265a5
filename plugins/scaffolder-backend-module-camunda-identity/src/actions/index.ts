import type { ActionOptions } from '../createClient';
import { createProviderCheckAction } from './checkProvider';
import { createConfigCompareAction } from './compareConfig';
import { createConnectionCreateAction } from './createConnection';
import { createConnectionFindAction } from './findConnection';
import { createInitialClaimMarkSetAction } from './markInitialClaimSet';
import { createProviderRegisterAction } from './registerApplications';
import { createProviderSetupAction } from './setupProvider';
import { createFilesShowAction } from './showFiles';
import { createSecretStoreAction } from './storeSecret';
import { createConnectionUpdateAction } from './updateConnection';
import { createConfigUpgradeAction } from './upgradeConfig';
import { createConfigWriteAction } from './writeConfig';

/** Every action of this module. */
export function createActions(options: ActionOptions) {
  return [
    createConnectionCreateAction(options),
    createConnectionUpdateAction(options),
    createConnectionFindAction(options),
    createProviderCheckAction(options),
    createProviderSetupAction(options),
    createProviderRegisterAction(options),
    createConfigWriteAction(options),
    createConfigCompareAction(options),
    createConfigUpgradeAction(options),
    createFilesShowAction(),
    createSecretStoreAction(options),
    createInitialClaimMarkSetAction(options),
  ];
}
