import type { Entity } from '@backstage/catalog-model';
import type { EntityProvider } from '@backstage/plugin-catalog-node';

/** Provides entities that do not change while the process runs. */
export const fixedEntityProvider = (
  name: string,
  entities: Entity[],
): EntityProvider => ({
  getProviderName: () => name,
  connect: catalog =>
    catalog.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({ entity, locationKey: name })),
    }),
});
