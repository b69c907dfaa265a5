import type { ClientKey } from '../../camunda';
import type { ConfigFile, EnvStyle } from '../types';
import type { ConfigSource } from '../ConfigSource';
import { containerSettings } from '../settings';
import { envSection, type EnvSection } from './entries';
import { renderEnv, renderEnvFiles, renderPrefixedDotenv } from './render';

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
  const files = sections.map((section): ConfigFile => {
    const { content, extension, mediaType } = renderEnv([section], style);
    return { path: `${section.container}.${extension}`, mediaType, content };
  });
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
  const all = renderEnv(sections, style);
  return {
    files,
    combined: {
      path: `camunda-oidc.${all.extension}`,
      mediaType: all.mediaType,
      content: all.content,
    },
  };
}
