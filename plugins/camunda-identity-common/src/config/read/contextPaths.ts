import type { Finding } from '../../checks';
import { withoutTrailing } from '../../text/trim';
import type { Said } from './Said';
import { chartSetting, disagreement } from './stated';
import { isExpression } from './valueFindings';

const AUTH = 'global.identity.auth';

/** Where a component serves, and where the provider is told to send people back to. */
const ADDRESSES: ReadonlyArray<[contextPath: string, address: string]> = [
  ['identity.contextPath', 'identity.fullURL'],
  ['operate.contextPath', `${AUTH}.operate.redirectUrl`],
  ['tasklist.contextPath', `${AUTH}.tasklist.redirectUrl`],
  ['optimize.contextPath', `${AUTH}.optimize.redirectUrl`],
  ['webModeler.contextPath', `${AUTH}.webModeler.redirectUrl`],
  ['console.contextPath', `${AUTH}.console.redirectUrl`],
  ['camundaHub.contextPath', `${AUTH}.camundaHub.redirectUrl`],
  [
    'orchestration.contextPath',
    'orchestration.security.authentication.oidc.redirectUrl',
  ],
];

/** No path that anybody serves under is longer, and messages stay readable. */
const LONGEST = 200;

function pathOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).pathname : undefined;
}

/**
 * A component that serves under a path, with an address that lacks it: people come back from the provider to a
 * place where nothing answers. A path only in the address may be the work of a proxy.
 */
export function contextPaths(said: Said): Finding[] {
  return ADDRESSES.flatMap(([contextPath, address]): Finding[] => {
    const [served] = chartSetting(said, [contextPath]);
    const [told] = chartSetting(said, [address]);
    if (!served || !told) return [];
    if (isExpression(served.value) || isExpression(told.value)) return [];
    const path = withoutTrailing(served.value.replace(/^\/+/, ''), '/');
    const at = pathOf(told.value);
    if (
      !path ||
      path.length > LONGEST ||
      at === undefined ||
      `${at}/`.includes(`/${path}/`)
    )
      return [];
    return [
      disagreement(
        told.name,
        told.line,
        `${served.name} (line ${served.line}) serves under /${path}, and the address lacks that path: after sign-in people land where nothing answers, 404`,
        `Write ${new URL(
          `/${path}`,
          told.value,
        )}, and register its redirect URI.`,
      ),
    ];
  });
}
