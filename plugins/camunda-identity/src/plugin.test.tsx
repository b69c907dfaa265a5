import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { camundaIdentityApiRef } from 'backstage-plugin-camunda-identity-react';
import plugin from './index';
import {
  camundaIdentityPlugin,
  EntityCamundaIdentityCard,
  isCamundaIdentityAvailable,
} from './legacy';

const annotated = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'payments-camunda',
    annotations: { 'camunda-identity/connections': 'auto' },
  },
};
const plain = { ...annotated, metadata: { name: 'other' } };

const apis = [
  [camundaIdentityApiRef, { listConnections: async () => ({ items: [] }) }],
] as const;

const otherCard = EntityCardBlueprint.make({
  name: 'other',
  params: { loader: async () => <p>Another card</p> },
});

describe('the plugin', () => {
  it('puts its card on entities with the annotation', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: annotated }),
        plugin.getExtension('entity-card:camunda-identity/connections'),
      ],
      apis: apis as never,
    });
    expect(await screen.findByText('Camunda identity')).toBeVisible();
  });

  it('leaves others alone', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: plain }),
        plugin.getExtension('entity-card:camunda-identity/connections'),
        otherCard,
      ],
      apis: apis as never,
    });
    // The page is there, with a card that stands on every entity.
    expect(await screen.findByText('Another card')).toBeVisible();
    expect(screen.queryByText('Camunda identity')).not.toBeInTheDocument();
  });
});

describe('the legacy plugin', () => {
  it('has the same card and API', () => {
    expect(camundaIdentityPlugin.getId()).toBe('camunda-identity');
    expect(
      [...camundaIdentityPlugin.getApis()].map(({ api }) => api.id),
    ).toEqual([camundaIdentityApiRef.id]);
    expect(EntityCamundaIdentityCard).toBeDefined();
    expect(isCamundaIdentityAvailable(annotated)).toBe(true);
    expect(isCamundaIdentityAvailable(plain)).toBe(false);
  });
});
