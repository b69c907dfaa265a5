import type { CertificatePlace } from '../certificatePlace';
import type { ConfigSource } from '../ConfigSource';
import {
  clientCertificate,
  clusterCertificate,
  identityCertificate,
} from '../settings/certificate';
import type { Setting } from '../settings';
import type { HelmEntry, HelmVariable } from './entries';

type Component = 'identity' | 'orchestration' | 'connectors';

const VOLUME = 'oidc-certificate';

function settingsOf(
  component: Component,
  values: ConfigSource,
  place: CertificatePlace,
): Setting[] {
  switch (component) {
    case 'identity':
      return identityCertificate(values, place);
    case 'orchestration':
      return clusterCertificate(place);
    default:
      return clientCertificate(place);
  }
}

/** No chart has keys for a key store: the variables go into the component's `env`. */
export function certificateVariables(
  component: Component,
  values: ConfigSource,
  place: CertificatePlace,
): HelmVariable[] {
  return settingsOf(component, values, place).flatMap(({ name, value }) =>
    name && (typeof value === 'string' || 'variable' in (value as object))
      ? [{ name, value: value as HelmVariable['value'] }]
      : [],
  );
}

/** Mounts the key store, where a Secret has it. */
export function certificateEntries(
  component: Component,
  { path, secret }: CertificatePlace,
): HelmEntry[] {
  if (!secret) return [];
  const folder = path.slice(0, path.lastIndexOf('/'));
  return [
    {
      path: [component, 'extraVolumes'],
      value: [{ name: VOLUME, secret: { secretName: secret.name } }],
      origin: 'chart',
    },
    {
      path: [component, 'extraVolumeMounts'],
      value: [{ name: VOLUME, mountPath: folder, readOnly: true }],
      origin: 'chart',
    },
  ];
}
