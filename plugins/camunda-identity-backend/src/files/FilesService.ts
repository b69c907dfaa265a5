import type {
  configComparisonSchema,
  configUpgradeSchema,
  ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { z } from 'zod';
import type { CamundaIdentityConfig } from '../config/readConfig';
import type { ConnectionsService } from '../connections/ConnectionsService';
import type { CallOptions } from '../input/Caller';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { OnDemandLimit } from '../store/OnDemandLimit';
import { contextForThread } from './contextForThread';
import type { FileWork } from './FileWork';

/** Editing a file takes more tries than pressing a button. */
const FILES_FACTOR = 3;

/**
 * Compares and upgrades files from outside. Answers are already serialised as JSON, since they may be large.
 */
export class FilesService {
  readonly #options: {
    work: FileWork;
    connections: ConnectionsService<ConnectionRef>;
    limit: OnDemandLimit;
    providers: ProviderContext;
    config: Pick<CamundaIdentityConfig, 'onDemandPerMinute'>;
  };

  constructor(options: {
    work: FileWork;
    /** With authorization: a caller who may not read a record may not compare with it. */
    connections: ConnectionsService<ConnectionRef>;
    limit: OnDemandLimit;
    providers: ProviderContext;
    config: Pick<CamundaIdentityConfig, 'onDemandPerMinute'>;
  }) {
    this.#options = options;
  }

  /** @throws NotFoundError, TooManyRequestsError, InputError for a file that cannot be read */
  async compare(
    ref: ConnectionRef,
    file: z.output<typeof configComparisonSchema>,
    options: CallOptions,
  ): Promise<string> {
    const { connections, providers, work } = this.#options;
    const connection = await connections.get(ref, options);
    const user = await this.#take(options);
    const context = contextForThread(connection.provider, providers);
    return work.run(user, 'compare', connection, context, file);
  }

  /** @throws TooManyRequestsError, InputError for a file that cannot be read */
  async upgradeValues(
    file: z.output<typeof configUpgradeSchema>,
    options: CallOptions,
  ): Promise<string> {
    const user = await this.#take(options);
    return this.#options.work.run(user, 'upgradeValues', file);
  }

  /** @returns who calls */
  async #take({ caller: { ref } }: CallOptions): Promise<string> {
    const { limit, config } = this.#options;
    await limit.take(
      `${ref} files`,
      config.onDemandPerMinute * FILES_FACTOR,
      'files',
    );
    return ref;
  }
}
