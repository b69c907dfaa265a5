import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { Audit } from '../audit/Audit';
import type { CamundaIdentityConfig } from '../config/readConfig';
import { ExpiryNoticesStore } from '../store/ExpiryNoticesStore';
import { DatabaseSecretsStore } from '../store/DatabaseSecretsStore';
import { DefaultSecretVault } from '../secrets/DefaultSecretVault';
import { ExpiryNotices } from '../notifications/ExpiryNotices';
import { KeyRotation } from '../secrets/KeyRotation';
import { SecretCipher } from '../secrets/SecretCipher';

/** Creates the vault and its maintenance tasks. */
export function createSecretVault(options: {
  knex: Knex;
  config: Pick<CamundaIdentityConfig, 'secretKeys' | 'providers'>;
  audit: Audit;
  logger: LoggerService;
  notifications: NotificationService;
}) {
  const { knex, config, audit, logger, notifications } = options;
  const store = new DatabaseSecretsStore(knex);
  const cipher = new SecretCipher(config.secretKeys);
  return {
    vault: new DefaultSecretVault({
      store,
      cipher,
      providers: config.providers,
    }),
    tasks: {
      rotation: new KeyRotation({ store, cipher, audit, logger }),
      notices: new ExpiryNotices({
        notices: new ExpiryNoticesStore(knex),
        secrets: store,
        notifications,
        logger,
      }),
    },
  };
}
