import { describeClients } from 'backstage-plugin-camunda-identity-common';
import type {
  ClientKey,
  Connection,
} from 'backstage-plugin-camunda-identity-common';
import { answerPatch } from 'backstage-plugin-camunda-identity-common/setup';
import {
  unregisterApplication,
  type GuardedHttp,
  type RegisteredApplication,
} from 'backstage-plugin-camunda-identity-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ConnectionsService } from '../connections/ConnectionsService';
import type { CallOptions } from '../input/Caller';
import type { ConnectionRef } from '../input/ConnectionRef';
import { untilStored } from '../input/precondition';
import type { SecretsService } from '../secrets/SecretsService';

/** An application that was just registered. */
export interface Made {
  client: ClientKey;
  made: RegisteredApplication;
  storesSecret: boolean;
}

/**
 * Writes to a record what a registration has brought, or takes the registration back. Both services decide anew
 * at each write who may.
 */
export class Keeper {
  readonly #options: {
    http: GuardedHttp;
    connections: ConnectionsService<ConnectionRef>;
    secrets: SecretsService<ConnectionRef>;
    logger: LoggerService;
  };

  constructor(options: {
    http: GuardedHttp;
    connections: ConnectionsService<ConnectionRef>;
    secrets: SecretsService<ConnectionRef>;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** @returns why it could not be kept; undefined where it is */
  async keep(
    id: string,
    what: Made,
    options: CallOptions,
  ): Promise<string | undefined> {
    const { secrets, logger } = this.#options;
    const { client, made, storesSecret } = what;
    const { clientId, secret, secretExpiresAt: expiresAt } = made;
    let before: string | undefined;
    try {
      before = await this.#write(id, { client, clientId, expiresAt }, options);
      if (storesSecret && secret)
        await secrets.put(
          { id },
          client,
          {
            value: secret,
            slot: 'current',
            ...(expiresAt ? { expiresAt } : {}),
          },
          options,
        );
      return undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      logger.warn(
        `A registration of ${client} of ${id} could not be kept: ${reason}`,
      );
      return this.#takeBack(id, what, before, reason, options);
    }
  }

  /** @returns the client ID that was there before */
  async #write(
    id: string,
    answer: { client: ClientKey; clientId: string; expiresAt?: string },
    options: CallOptions,
  ): Promise<string | undefined> {
    const { connections } = this.#options;
    return untilStored(undefined, async () => {
      const connection = await connections.get({ id }, options);
      await connections.update(
        { id },
        `"${connection.etag}"`,
        answerPatch(connection, [answer]),
        options,
      );
      return clientIdOf(connection, answer.client);
    });
  }

  async #takeBack(
    id: string,
    { client, made }: Made,
    before: string | undefined,
    reason: string,
    options: CallOptions,
  ): Promise<string> {
    const { http } = this.#options;
    const isGone = await unregisterApplication(http, made, http.closing);
    const isRestored =
      before === undefined ||
      (await this.#write(id, { client, clientId: before }, options).then(
        () => true,
        () => false,
      ));
    return [
      `It was registered and could not be kept: ${reason}`,
      isGone
        ? 'The registration was taken back'
        : `Delete the application "${made.clientId}" at the provider`,
      isRestored
        ? 'Register it again'
        : `Write its former client ID "${before}" into the connection, then register it again`,
    ].join('. ');
  }
}

function clientIdOf(
  connection: Connection,
  client: ClientKey,
): string | undefined {
  return describeClients(connection).find(({ key }) => key === client)
    ?.clientId;
}
