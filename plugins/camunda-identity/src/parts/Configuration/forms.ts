import type {
  ConfigFormat,
  EnvStyle,
} from 'backstage-plugin-camunda-identity-common/config';

/** A form that configuration is written in, as it stands in the address. */
export const FORMS = [
  'helm',
  'application-yaml',
  'dotenv',
  'compose',
  'kubernetes',
  'kubernetes-secret',
] as const;

export type ConfigForm = (typeof FORMS)[number];

/** The same as the API takes it. */
export function queryOf(form: ConfigForm): {
  format: ConfigFormat;
  style?: EnvStyle;
} {
  switch (form) {
    case 'dotenv':
    case 'compose':
    case 'kubernetes':
      return { format: 'env', style: form };
    default:
      return { format: form };
  }
}
