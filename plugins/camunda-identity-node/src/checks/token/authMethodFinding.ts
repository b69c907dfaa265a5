import {
  finding,
  libraryOf,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import type { TokenOutcome } from './outcomes';
import type { SecretFacts } from './secretFacts';

/** Compares how the component sends its secret with what the endpoint accepts. */
export function authMethodFinding(
  { subject, candidate, version }: SecretFacts,
  { authMethod }: Extract<TokenOutcome, { kind: 'issued' }>,
): Finding {
  const code = 'client.token-auth-method';
  const evidence = { authMethod };
  const library = libraryOf(candidate.facts.key, version);
  if (!library || library.clientAuthentication.includes(authMethod)) {
    const isUsual =
      authMethod === 'client_secret_basic' ||
      library?.clientAuthentication[0] === authMethod;
    return finding(code, isUsual ? 'pass' : 'info', subject, {
      message: `${authMethod} works`,
      evidence,
    });
  }
  return finding(code, 'warn', subject, {
    message: `${authMethod} works, and ${
      candidate.facts.title
    } uses ${library.clientAuthentication.join(' or ')} (${library.library})`,
    evidence,
  });
}
