import { about, type LoginJudge } from './types';

/** Whether a refresh token was issued, if the component asks for one. */
export const judgeRefreshToken: LoginJudge = facts => {
  const { found, kept, tokens } = facts;
  const isAsked =
    found.facts.grantTypes.includes('refresh_token') &&
    kept.scopes.includes('offline_access');
  if (!isAsked) return [];
  return [
    about(
      facts,
      'login.refresh-token',
      tokens.hasRefreshToken ? 'pass' : 'warn',
      {
        message: tokens.hasRefreshToken
          ? 'A refresh token came with the access token'
          : 'No refresh token came, although offline_access was asked for',
      },
    ),
  ];
};
