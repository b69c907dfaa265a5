import { hasClusterStyleOptimize } from '../../camunda/traits';
import { Document } from 'yaml';
import type { ConfigSource } from '../ConfigSource';
import { documentText, quoted } from '../yaml';
import { chart } from './entries8x8';
import type { HelmEntry } from './entries';

/** The file that tells Optimize how to read a token, as an entry of `optimize.extraConfiguration`. */
export function claimsFile(claims: {
  usernameClaim: string;
  clientIdClaim: string;
  preferUsernameClaim: boolean;
}): { file: string; content: string } {
  const content = new Document({
    camunda: {
      security: {
        authentication: {
          oidc: {
            'username-claim': quoted(claims.usernameClaim),
            'client-id-claim': quoted(claims.clientIdClaim),
            'prefer-username-claim': claims.preferUsernameClaim,
          },
        },
      },
    },
  });
  return { file: 'oidc-claims.yaml', content: documentText(content) };
}

/**
 * The chart of 8.10 tells Optimize no claims: it would show opaque IDs, and check tokens of machine clients like
 * people's (Camunda docs 8.10, "Upgrade Camunda components from 8.9 to 8.10").
 */
export function optimizeClaims(values: ConfigSource): HelmEntry[] {
  if (!hasClusterStyleOptimize(values.version)) return [];
  return [
    chart(
      ['optimize', 'extraConfiguration'],
      [claimsFile(values.tokenClaims())],
      'How Optimize reads a token; the chart has no keys for it.',
    ),
  ];
}
