import type { ClientKey } from 'backstage-plugin-camunda-identity-common';

/**
 * Tokens of one run, for checks that wait for one. They are kept nowhere else.
 *
 * @public
 */
export class TokenShelf {
  readonly #waiting = new Map<ClientKey, Array<(token?: string) => void>>();
  readonly #tokens = new Map<ClientKey, string>();
  #closed = false;

  put(client: ClientKey, token: string): void {
    this.#tokens.set(client, token);
    for (const resolve of this.#waiting.get(client) ?? []) resolve(token);
    this.#waiting.delete(client);
  }

  /** @returns undefined if none was issued in the run */
  of(client: ClientKey): Promise<string | undefined> {
    const token = this.#tokens.get(client);
    if (token !== undefined || this.#closed) return Promise.resolve(token);
    return new Promise(resolve => {
      this.#waiting.set(client, [
        ...(this.#waiting.get(client) ?? []),
        resolve,
      ]);
    });
  }

  /** No more tokens will come. */
  close(): void {
    this.#closed = true;
    for (const resolves of this.#waiting.values())
      for (const resolve of resolves) resolve(undefined);
    this.#waiting.clear();
  }
}
