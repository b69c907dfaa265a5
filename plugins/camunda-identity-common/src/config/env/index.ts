import type { ClientKey } from '../../camunda';
import type { ConfigFile, EnvStyle } from '../types';
import type { ConfigSource } from '../ConfigSource';
import { containerSettings } from '../settings';
import { envSection, type EnvSection } from './entries';
import { ENV_FORMS, renderEnvFiles, renderPrefixedDotenv } from './render';

/** The variables of each container, for readers and tests that want more than text. */
export function envSections(
  values: ConfigSource,
  inKubernetes: boolean,
  component: ClientKey | 'all',
): EnvSection[] {
  return containerSettings(values, inKubernetes, component).map(envSection);
}

/**
 * Environment variables, a file for each container and one with all of them. Containers have names in common
 * with different values, so none of the forms is one flat list: Compose and Kubernetes keep them apart, and in
 * dotenv a name begins with its container's.
 */
export function writeEnv(
  values: ConfigSource,
  style: EnvStyle,
  component: ClientKey | 'all',
): { files: ConfigFile[]; combined: ConfigFile } {
  const sections = envSections(values, style === 'kubernetes', component);
  const { part, file, extension, mediaType } = ENV_FORMS[style];
  const parts = sections.map(part);
  const files = sections.map(
    ({ container }, at): ConfigFile => ({
      path: `${container}.${extension}`,
      mediaType,
      content: file([parts[at]]),
    }),
  );
  if (style === 'dotenv' && sections.length === 1)
    return { files, combined: files[0] };
  if (style === 'dotenv')
    return {
      files: [
        ...files,
        {
          path: 'compose.yaml',
          mediaType: 'application/yaml',
          content: renderEnvFiles(sections),
        },
      ],
      combined: {
        path: 'camunda-oidc.env',
        mediaType: 'text/plain',
        content: renderPrefixedDotenv(sections),
      },
    };
  return {
    files,
    combined: {
      path: `camunda-oidc.${extension}`,
      mediaType,
      content: file(parts),
    },
  };
}
