import type {
  LoginDraft,
  LoginTest,
  LoginTestBody,
  LoginTestResult,
} from 'backstage-plugin-camunda-identity-common';
import type { LoginAnswer } from 'backstage-plugin-camunda-identity-node';
import type { CallOptions } from '../input/Caller';

/** Calls of a completion, which may be cancelled. */
export interface LoginCallOptions extends CallOptions {
  signal?: AbortSignal;
}

/**
 * Real sign-ins, as the API offers them. Who may is decided by a decorator with the same interface.
 *
 * @typeParam Ref - as in `ConnectionsService`
 */
export interface Logins<Ref> {
  /**
   * Begins a sign-in to a client of a record.
   *
   * @throws NotFoundError, NotAllowedError, TooManyRequestsError; ConflictError where the record lacks something or
   * the provider cannot be asked
   */
  begin(
    connection: Ref,
    body: LoginTestBody,
    options: LoginCallOptions,
  ): Promise<LoginTest>;

  /** The same for what is not saved. */
  beginDraft(draft: LoginDraft, options: LoginCallOptions): Promise<LoginTest>;

  /**
   * Redeems the provider's answer, once.
   *
   * @throws NotFoundError for a test that somebody else began or that is over; ConflictError where there is no
   * answer yet
   */
  complete(id: string, options: LoginCallOptions): Promise<LoginTestResult>;
}

/** What comes back with the browser; from anybody, so that everything may be in it. */
export interface Returned extends LoginAnswer {
  state?: string;
}
