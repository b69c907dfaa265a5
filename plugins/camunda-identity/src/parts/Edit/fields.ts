import {
  needsSecret,
  type ComponentFacts,
} from 'backstage-plugin-camunda-identity-common/facts';
import { valueAt, withValue } from './mergePatch';

/** A field of the form. */
export interface FieldSpec {
  /** Dotted path in the record. */
  path: string;
  /** A key of the texts below `edit.field`. */
  label:
    | 'url'
    | 'clientId'
    | 'audience'
    | 'tokenScope'
    | 'secretName'
    | 'secretKey'
    | 'secretEnv';
  required?: boolean;
}

/** The fields of one component: its URL, then its applications. */
export function fieldsOf(
  component: ComponentFacts,
  draft: unknown,
): Array<{ title?: string; fields: FieldSpec[] }> {
  const base = `components.${component.key}`;
  const hasUrl = component.clients.some(
    ({ redirectPaths }) => redirectPaths.length > 0,
  );
  return component.clients.map((facts, index) => {
    const path = `components.${facts.key}`;
    const fields: FieldSpec[] = [];
    if (hasUrl && index === 0)
      fields.push({ path: `${base}.url`, label: 'url', required: true });
    fields.push(
      {
        path: `${path}.clientId`,
        label: 'clientId',
        required: !facts.secretUnused,
      },
      { path: `${path}.audience`, label: 'audience' },
    );
    if (facts.scopes === 'machine' && !facts.key.startsWith('webModeler'))
      fields.push({ path: `${path}.tokenScope`, label: 'tokenScope' });
    if (needsSecret(facts)) {
      if (valueAt(draft, `${path}.secret.env`) !== undefined)
        fields.push({ path: `${path}.secret.env.name`, label: 'secretEnv' });
      else
        fields.push(
          { path: `${path}.secret.kubernetesSecret.name`, label: 'secretName' },
          { path: `${path}.secret.kubernetesSecret.key`, label: 'secretKey' },
        );
    }
    return {
      title: component.clients.length > 1 ? facts.title : undefined,
      fields,
    };
  });
}

/** What a component starts with when it is switched on: secrets as references. */
export function initialValue(component: ComponentFacts): unknown {
  let value: Record<string, unknown> = {};
  for (const facts of component.clients) {
    const inner = facts.key.split('.').slice(1).join('.');
    if (needsSecret(facts))
      value = withValue(
        value,
        [inner, 'secret.kubernetesSecret'].filter(Boolean).join('.'),
        { name: 'camunda-oidc', key: `${facts.key}-secret` },
      );
    else if (inner) value = withValue(value, inner, {});
  }
  return component.key === 'connectors' ? { ...value, mode: 'inbound' } : value;
}
