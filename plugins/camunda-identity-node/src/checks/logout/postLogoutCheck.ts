import { randomUUID } from 'node:crypto';
import {
  finding,
  postLogoutRedirectUris,
  type ClientKey,
} from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../verdict';
import type { CheckContext, ProviderCheck } from '../types';
import { probeLogout, type LogoutAnswer } from './probeLogout';

const CODE = 'logout.post-logout-uri';

interface Asked {
  key: ClientKey;
  clientId: string;
  uris: string[];
}

/** Clients whose component signs people out at the provider; only in full runs. */
function asked({ clients, depth, input }: CheckContext): Asked[] {
  if (depth !== 'full') return [];
  return clients.flatMap(({ facts, settings }) => {
    const uris = postLogoutRedirectUris(
      facts,
      settings.url,
      input.camundaVersion,
    ).filter(uri => URL.canParse(uri));
    return settings.clientId && uris.length > 0
      ? [{ key: facts.key, clientId: settings.clientId, uris }]
      : [];
  });
}

/** An unregistered address at the application's own host, so that nothing leaves the team. */
function controlUri(uri: string): string {
  return `${new URL(uri).origin}/.probe/${randomUUID()}`;
}

/** Judges by the difference between the address and an unregistered one. */
function judge(
  uri: string,
  answer: LogoutAnswer,
  control: LogoutAnswer,
): Verdict {
  const evidence = { postLogoutRedirectUri: uri };
  if (answer.kind === 'none')
    return { result: 'unknown', message: answer.message, evidence };
  if (answer.kind === 'taken' && control.kind === 'refused')
    return {
      result: 'pass',
      message: `${uri} is registered as a post-logout redirect URI`,
      evidence,
    };
  if (answer.kind === 'refused' && control.kind === 'refused')
    return {
      result: 'warn',
      message: `The logout endpoint answers with status ${answer.status} to ${uri}, as it does to an address that nobody has registered: people would see an error page after a logout`,
      evidence,
    };
  if (answer.kind === 'taken' && control.kind === 'taken' && control.back)
    return {
      result: 'warn',
      message:
        'The logout endpoint sends people to an address that nobody has registered',
      evidence,
    };
  return {
    result: 'unknown',
    message: `Without a session the logout endpoint does not tell whether ${uri} is registered`,
    evidence,
  };
}

/**
 * Asks the provider, without a session, whether it knows the address to which people return after a logout
 * (OpenID Connect RP-Initiated Logout 1.0 sections 2 and 3).
 */
export const postLogoutCheck: ProviderCheck = {
  plan: context =>
    asked(context).map(({ key }) => ({
      code: CODE,
      subject: { kind: 'client' as const, client: key },
    })),

  async run(context, report) {
    const clients = asked(context);
    if (clients.length === 0) return;
    const { http, signal } = context;
    const outcome = await context.discovery();
    const endpoint: unknown = outcome.ok
      ? outcome.document.end_session_endpoint
      : undefined;
    const profile = await context.profile();
    for (const { key, clientId, uris } of clients) {
      const subject = { kind: 'client' as const, client: key };
      if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) {
        report(
          finding(CODE, 'skipped', subject, {
            message: 'The provider names no logout endpoint',
          }),
        );
        continue;
      }
      const ask = (postLogoutRedirectUri: string) =>
        probeLogout(
          { endpoint, clientId, postLogoutRedirectUri },
          http,
          signal,
        );
      // Some products register any address they see.
      const control: LogoutAnswer = profile.registersRedirectUris
        ? { kind: 'none', message: '' }
        : await ask(controlUri(uris[0]));
      for (const uri of uris) {
        const { result, ...rest } = judge(uri, await ask(uri), control);
        report(finding(CODE, result, subject, rest));
      }
    }
  },
};
