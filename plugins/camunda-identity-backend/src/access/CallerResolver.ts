import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Caller } from '../input/Caller';

/** Resolves the caller once per call, where the call comes in. */
export class CallerResolver {
  readonly #auth: AuthService;
  readonly #userInfo: UserInfoService;

  constructor(options: { auth: AuthService; userInfo: UserInfoService }) {
    this.#auth = options.auth;
    this.#userInfo = options.userInfo;
  }

  async resolve(credentials: BackstageCredentials): Promise<Caller> {
    if (this.#auth.isPrincipal(credentials, 'user')) {
      const info = await this.#userInfo.getUserInfo(credentials);
      return {
        kind: 'user',
        ref: info.userEntityRef,
        ownership: [
          ...new Set([info.userEntityRef, ...info.ownershipEntityRefs]),
        ],
        credentials,
      };
    }
    const ref = this.#auth.isPrincipal(credentials, 'service')
      ? credentials.principal.subject
      : 'unknown';
    return { kind: 'service', ref, ownership: [], credentials };
  }
}
