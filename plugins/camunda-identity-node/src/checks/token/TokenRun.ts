import type { ServerMetadata } from 'openid-client';
import {
  finding,
  libraryOf,
  type CamundaVersion,
  type Finding,
  type FindingSubject,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckContext } from '../types';
import { tokenParameters, type Candidate } from './candidates';
import { tokenFindings } from './claims';
import {
  askControls,
  controlFindings,
  madeUpSecret,
  type Controls,
} from './controls';
import { tokenEndpointFinding } from './endpointFinding';
import type { AuthMethod, TokenOutcome } from './outcomes';
import {
  redeemUnknownCode,
  requestToken,
  type TokenRequest,
} from './requestToken';
import {
  brokenFindings,
  issuedFindings,
  muteFindings,
  refusedFindings,
} from './secretFindings';

interface Asked {
  candidate: Candidate;
  request: TokenRequest;
  outcome: TokenOutcome;
  durationMs: number;
}

export const subjectOf = ({ facts }: Candidate): FindingSubject => ({
  kind: 'client',
  client: facts.key,
});

/** How the component sends its secret, if it supports only one way. */
export function onlyMethod(
  { facts }: Pick<Candidate, 'facts'>,
  version: CamundaVersion,
): AuthMethod | undefined {
  const secrets = libraryOf(facts.key, version)?.clientAuthentication.filter(
    method => method.startsWith('client_secret_'),
  );
  return secrets?.length === 1 ? (secrets[0] as AuthMethod) : undefined;
}

/** All token requests of one run, and what follows from them together. */
export class TokenRun {
  readonly #context: CheckContext;
  readonly #metadata: ServerMetadata;
  readonly #profile: ProviderProfile;
  /** One request for clients that share an application. */
  readonly #requests = new Map<string, Promise<TokenOutcome>>();
  #codeControl?: Promise<TokenOutcome>;

  constructor(
    context: CheckContext,
    metadata: ServerMetadata,
    profile: ProviderProfile,
  ) {
    this.#context = context;
    this.#metadata = metadata;
    this.#profile = profile;
  }

  /** Requests a token for every candidate and reports the findings. */
  async run(
    all: readonly Candidate[],
    emit: (entry: Finding) => void,
  ): Promise<void> {
    const [first] = all;
    const [controls, asked] = await Promise.all([
      askControls(this.#context, first, {
        metadata: this.#metadata,
        profile: this.#profile,
        ...(first ? tokenParameters(first, this.#profile) : {}),
      }),
      Promise.all(all.map(candidate => this.#ask(candidate))),
    ]);
    const strangers = [controls.client, controls.secret].filter(
      outcome => outcome !== undefined,
    );
    const endpoint = tokenEndpointFinding([
      ...asked.map(({ outcome }) => outcome),
      ...strangers,
    ]);
    if (endpoint) emit(endpoint);
    for (const entry of controlFindings(controls)) emit(entry);
    const everybody = endpoint?.result === 'fail';
    await Promise.all(
      asked.map(async entry => {
        for (const found of await this.#findings(entry, controls, everybody))
          emit(found);
      }),
    );
  }

  async #ask(candidate: Candidate): Promise<Asked> {
    const { clientId, secret } = candidate;
    const request: TokenRequest = {
      metadata: this.#metadata,
      profile: this.#profile,
      clientId,
      secret,
      authMethod: onlyMethod(candidate, this.#context.input.camundaVersion),
      ...tokenParameters(candidate, this.#profile),
    };
    const key = JSON.stringify([
      clientId,
      secret,
      request.scope,
      request.audience,
      request.authMethod,
    ]);
    const startedAt = performance.now();
    const sent =
      this.#requests.get(key) ??
      requestToken(request, this.#context.http, this.#context.signal);
    this.#requests.set(key, sent);
    const outcome = await sent;
    return {
      candidate,
      request,
      outcome,
      durationMs: Math.round(performance.now() - startedAt),
    };
  }

  async #findings(
    { candidate, request, outcome, durationMs }: Asked,
    controls: Controls,
    everybody: boolean,
  ): Promise<Finding[]> {
    const subject = subjectOf(candidate);
    const facts = {
      candidate,
      subject,
      version: this.#context.input.camundaVersion,
      controls,
      profile: this.#profile,
      durationMs,
    };
    switch (outcome.kind) {
      case 'unknown':
        return [
          finding('client.secret', 'unknown', subject, {
            message: outcome.message,
            durationMs,
          }),
        ];
      case 'broken':
        return brokenFindings(facts, outcome, everybody);
      case 'mute':
        return muteFindings(facts, outcome);
      case 'issued':
        this.#context.tokens.put(candidate.facts.key, outcome.accessToken);
        return [
          ...issuedFindings(facts, outcome),
          ...(await tokenFindings(
            this.#context,
            candidate,
            outcome.accessToken,
          )),
        ];
      default: {
        const [code, codeControl] = await this.#askWithCode(
          candidate,
          request,
          outcome,
        );
        return refusedFindings({ ...facts, outcome, code, codeControl });
      }
    }
  }

  /** Whether the secret is right, if the answer to the token request did not say. */
  async #askWithCode(
    candidate: Candidate,
    request: TokenRequest,
    outcome: Extract<TokenOutcome, { kind: 'refused' }>,
  ): Promise<[TokenOutcome?, TokenOutcome?]> {
    const { depth, http, signal } = this.#context;
    const { redirectUri } = candidate;
    if (
      depth !== 'full' ||
      outcome.error === 'invalid_client' ||
      !redirectUri ||
      this.#profile.checksClientBeforeCode === false
    )
      return [];
    const { authMethod } = outcome;
    const send = (secret: string) =>
      redeemUnknownCode(
        { ...request, secret, redirectUri, authMethod },
        http,
        signal,
      );
    // Once per run: a provider that checks the code first does so for everybody.
    if (!this.#profile.locksClients) this.#codeControl ??= send(madeUpSecret());
    return Promise.all([send(request.secret), this.#codeControl]);
  }
}
