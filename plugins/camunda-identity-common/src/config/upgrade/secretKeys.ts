import { hasLiteralExistingSecret } from '../../camunda/traits';
import type { CamundaVersion } from '../../camunda';

/** What a key named the secret by, where the file did not say it (values.yaml of the charts). */
const UP_TO_8_7: ReadonlyArray<[RegExp, string]> = [
  [/\.optimize\./, 'optimize-secret'],
  [/\.identity\.secret\./, 'identity-secret'],
  [/^orchestration\./, 'operate-secret'],
  [/^connectors\./, 'connectors-secret'],
];
const OF_8_8: ReadonlyArray<[RegExp, string]> = [
  [/\.optimize\./, 'identity-optimize-client-token'],
  [/\.identity\.secret\./, 'identity-oidc-client-token'],
  [/^orchestration\./, 'identity-orchestration-client-token'],
];

/** The key of a Kubernetes Secret that the old chart looked for. */
export function defaultSecretKey(
  path: string,
  from: CamundaVersion,
): string | undefined {
  return (!hasLiteralExistingSecret(from) ? OF_8_8 : UP_TO_8_7).find(
    ([match]) => match.test(path),
  )?.[1];
}
