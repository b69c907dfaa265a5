import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';
import { explain } from '../explain';
import type { ProbeAnswer } from './answers';

/** A page with an input, or with a script that builds the form. */
const SIGNS_IN = /<(?:form|input|script|iframe)\b|http-equiv=["']?refresh/i;

const MAX_TEXT = 64 * 1024;

/** An address that does not exist, or does not accept GET. */
const NOT_THERE = [404, 405, 410, 501];

/** The content of a page takes precedence over its status: some products show errors with status 200. */
const ABOUT_REQUEST = ['redirect-uri', 'client', 'tenant'];

/**
 * Classifies an answer without a redirect.
 *
 * @param profile - of the product that answered
 */
export async function pageOf(
  response: Response,
  profile: ProviderProfile,
): Promise<ProbeAnswer> {
  const { status, headers } = response;
  if (status === 429 || (status === 503 && headers.has('retry-after')))
    return {
      kind: 'none',
      message: `The authorization endpoint asks to come later (status ${status})`,
    };
  const text = (await response.text()).slice(0, MAX_TEXT);
  const explanation = explain(text, profile);
  if (explanation && ABOUT_REQUEST.includes(explanation.about))
    return { kind: 'refused', status, explanation };
  if (status >= 500 || NOT_THERE.includes(status))
    return {
      kind: 'broken',
      status,
      message: `The authorization endpoint answers with status ${status}`,
    };
  if (status >= 400) return { kind: 'refused', status, explanation };
  if (status >= 300)
    return {
      kind: 'broken',
      status,
      message: 'The authorization endpoint redirects nowhere',
    };
  const type = headers.get('content-type') ?? '';
  if (/html/i.test(type) && SIGNS_IN.test(text))
    return { kind: 'login', status, explanation };
  return {
    kind: 'broken',
    status,
    message: /html/i.test(type)
      ? `The authorization endpoint shows a page on which nobody can sign in (status ${status})`
      : `The authorization endpoint answers with status ${status} and no page`,
  };
}
