import { ConflictError, InputError } from '@backstage/errors';
import {
  describeClients,
  secretBodySchema,
  shown,
  type ClientKey,
  type SecretBody,
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
  /** The client ID in the record before the provider was asked. */
  before: string | undefined;
  made: RegisteredApplication;
  storesSecret: boolean;
}

/**
 * Writes the result of a registration to a record, or takes the registration back. Both services authorize
 * again at each write.
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

  /** @returns why it could not be kept; undefined on success */
  async keep(
    id: string,
    what: Made,
    options: CallOptions,
  ): Promise<string | undefined> {
    const { secrets, logger } = this.#options;
    const { client, made, before, storesSecret } = what;
    const { clientId, secret, secretExpiresAt: expiresAt } = made;
    let isWritten = false;
    try {
      const body =
        secret === undefined ? undefined : readSecret(secret, expiresAt);
      const answer = { client, clientId, expiresAt };
      await this.#write(id, answer, before, options);
      isWritten = true;
      if (storesSecret && body)
        await secrets.put({ id }, client, body, options);
      return undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      logger.warn(
        `A registration of ${client} of ${id} could not be kept: ${reason}`,
      );
      return this.#takeBack(id, what, isWritten, reason, options);
    }
  }

  /**
   * @param expected - the client ID that is overwritten; otherwise two concurrent registrations could leave the client ID of one with the secret of the other
   */
  async #write(
    id: string,
    answer: { client: ClientKey; clientId: string; expiresAt?: string },
    expected: string | undefined,
    options: CallOptions,
  ): Promise<void> {
    const { connections } = this.#options;
    return untilStored(undefined, async () => {
      const connection = await connections.get({ id }, options);
      if (clientIdOf(connection, answer.client) !== expected)
        throw new ConflictError(
          'Somebody else has written its client ID meanwhile',
        );
      await connections.update(
        { id },
        `"${connection.etag}"`,
        answerPatch(connection, [answer]),
        options,
      );
    });
  }

  async #takeBack(
    id: string,
    { client, made, before }: Made,
    isWritten: boolean,
    reason: string,
    options: CallOptions,
  ): Promise<string> {
    const { http } = this.#options;
    const isGone = await unregisterApplication(http, made, http.closing);
    const isRestored =
      before === undefined ||
      !isWritten ||
      (await this.#write(
        id,
        { client, clientId: before },
        made.clientId,
        options,
      ).then(
        () => true,
        () => false,
      ));
    return [
      `It was registered and could not be kept: ${reason}`,
      isGone
        ? 'The registration was taken back'
        : `Delete the application "${shown(made.clientId)}" at the provider`,
      isRestored
        ? 'Register it again'
        : `Write its former client ID "${before}" into the connection, then register it again`,
    ].join('. ');
  }
}

/**
 * Validates a secret like one entered by people: a secret that cannot be masked, or written into a file, is not
 * stored just because a provider created it.
 *
 * @throws InputError, without the secret
 */
function readSecret(value: string, expiresAt?: string): SecretBody {
  const read = secretBodySchema.safeParse({
    value,
    ...(expiresAt ? { expiresAt } : {}),
  });
  if (read.success) return read.data;
  throw new InputError(
    `The provider has made a secret that cannot be used: ${read.error.issues
      .map(({ message }) => message)
      .join('; ')}`,
  );
}

/** The client ID that a record has for a client, including a placeholder. */
export function clientIdOf(
  record: Parameters<typeof describeClients>[0],
  client: ClientKey,
): string | undefined {
  return describeClients(record).find(({ key }) => key === client)?.clientId;
}
