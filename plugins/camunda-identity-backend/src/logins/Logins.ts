import type {
  LoginDraft,
  LoginTest,
  LoginTestBody,
  LoginTestResult,
} from 'backstage-plugin-camunda-identity-common';
import type { LoginAnswer } from 'backstage-plugin-camunda-identity-node';
import type { CallOptions } from '../input/Caller';

/** Options of a completion, which may be cancelled. */
export interface LoginCallOptions extends CallOptions {
  signal?: AbortSignal;
}

/**
 * Real sign-ins, as the API offers them. A decorator with the same interface authorizes.
 *
 * @typeParam Ref - as in `ConnectionsService`
 */
export interface Logins<Ref> {
  /**
   * Begins a sign-in to a client of a record.
   *
   * @throws NotFoundError, NotAllowedError, TooManyRequestsError; ConflictError if something is missing in the record or the provider cannot be reached
   */
  begin(
    connection: Ref,
    body: LoginTestBody,
    options: LoginCallOptions,
  ): Promise<LoginTest>;

  /** The same for a draft. */
  beginDraft(draft: LoginDraft, options: LoginCallOptions): Promise<LoginTest>;

  /**
   * Redeems the provider's answer, once.
   *
   * @throws NotFoundError for a test that somebody else began or that is over; ConflictError if there is no answer yet
   */
  complete(id: string, options: LoginCallOptions): Promise<LoginTestResult>;
}

/** Query parameters that the browser brings back. Untrusted: anybody may send anything. */
export interface Returned extends LoginAnswer {
  state?: string;
}
