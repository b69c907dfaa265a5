import type { CamundaVersion, ClientKey } from '../camunda';
import { finding, type Finding } from '../checks';
import { clientTitle, secretAssumed, type SecretPlace } from './secretPlace';

/** Placeholders, as the page writes them. */
const ENDPOINTS = {
  authUrl: '<AUTHORIZATION_URL_ENDPOINT>',
  tokenUrl: '<TOKEN_URL_ENDPOINT>',
  jwksUrl: '<JWKS_URL>',
} as const;

/** Hands out placeholders for what a record does not say, and collects a finding for each, once. */
export class MissingValues {
  readonly #version: CamundaVersion;
  readonly #findings = new Map<string, Finding>();

  constructor(version: CamundaVersion) {
    this.#version = version;
  }

  get findings(): Finding[] {
    return [...this.#findings.values()];
  }

  endpoint(key: keyof typeof ENDPOINTS, title: string): string {
    const placeholder = ENDPOINTS[key];
    this.#report(key, () =>
      finding(
        'config.endpoint-missing',
        'warn',
        { kind: 'provider' },
        {
          message: `The ${title} is not known; ${placeholder} stands in its place`,
        },
      ),
    );
    return placeholder;
  }

  value(client: ClientKey, what: string, placeholder: string): string {
    this.#report(`${what} ${client}`, () =>
      finding(
        'config.value-missing',
        'warn',
        { kind: 'client', client },
        {
          message: `${clientTitle(
            client,
            this.#version,
          )} has no ${what}; ${placeholder} stands in its place`,
        },
      ),
    );
    return placeholder;
  }

  adminUsers(usernameClaim: string, claimName: string) {
    this.#report('adminUsers', () =>
      finding(
        'config.admin-user-missing',
        'info',
        { kind: 'client', client: 'orchestration' },
        {
          message: `The record names no adminUsers, and its initial claim is not ${usernameClaim}: a mapping rule makes whoever has the initial claim ${claimName} administrator of the Orchestration Cluster`,
        },
      ),
    );
  }

  secret(client: ClientKey, place: SecretPlace) {
    this.#report(`secret ${client}`, () =>
      secretAssumed(client, place, clientTitle(client, this.#version)),
    );
  }

  #report(key: string, make: () => Finding) {
    if (!this.#findings.has(key)) this.#findings.set(key, make());
  }
}
