import type { ConfigFormat } from 'backstage-plugin-camunda-identity-common/config';

/**
 * What a file probably is; a person may say otherwise.
 *
 * @param name - of the file, empty where it was pasted
 */
export function detectFormat(name: string, content: string): ConfigFormat {
  const has = (pattern: RegExp) => pattern.test(content);
  const kind = (names: string) =>
    has(new RegExp(`^kind:[ \\t]*["']?(${names})\\b`, 'm'));
  if (kind('Secret|SealedSecret|ExternalSecret')) return 'kubernetes-secret';
  if (kind('HelmRelease|Application|HelmChart')) return 'helm';
  if (/(^|\/)\.?env\b|\.env$/i.test(name)) return 'env';
  if (kind('Deployment|StatefulSet|Pod|List|ConfigMap') || has(/^services:/m))
    return 'env';
  if (/application[^/]*\.ya?ml$/i.test(name)) return 'application-yaml';
  if (has(/^(camunda|spring|identity\.auth|server):/m) && !has(/^global:/m))
    return 'application-yaml';
  if (has(/^(export )?[A-Z][A-Z0-9_]+=/m)) return 'env';
  if (has(/^[ ]{0,40}- name: ?[A-Z][A-Z0-9_]+$/m) && !has(/^global:/m))
    return 'env';
  return 'helm';
}
