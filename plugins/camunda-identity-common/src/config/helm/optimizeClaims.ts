import { hasClusterStyleOptimize } from '../../camunda/traits';
import { Document } from 'yaml';
import type { ConfigSource } from '../ConfigSource';
import { documentText, quoted } from '../yaml';
import { chart } from './entries8x8';
import type { HelmEntry } from './entries';

/**
 * The chart of 8.10 tells Optimize no claims: it would show opaque IDs, and check tokens of machine clients like
 * people's (Camunda docs 8.10, "Upgrade Camunda components from 8.9 to 8.10").
 */
export function optimizeClaims(values: ConfigSource): HelmEntry[] {
  if (!hasClusterStyleOptimize(values.version)) return [];
  const { usernameClaim, clientIdClaim, preferUsernameClaim } =
    values.tokenClaims();
  const content = new Document({
    camunda: {
      security: {
        authentication: {
          oidc: {
            'username-claim': quoted(usernameClaim),
            'client-id-claim': quoted(clientIdClaim),
            'prefer-username-claim': preferUsernameClaim,
          },
        },
      },
    },
  });
  return [
    chart(
      ['optimize', 'extraConfiguration'],
      [{ file: 'oidc-claims.yaml', content: documentText(content) }],
      'How Optimize reads a token; the chart has no keys for it.',
    ),
  ];
}
