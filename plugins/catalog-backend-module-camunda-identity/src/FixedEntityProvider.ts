import type { Entity } from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** Gives the catalog entities that stay the same as long as the process runs. */
export class FixedEntityProvider implements EntityProvider {
  readonly #name: string;
  readonly #entities: Entity[];

  constructor(name: string, entities: Entity[]) {
    this.#name = name;
    this.#entities = entities;
  }

  getProviderName(): string {
    return this.#name;
  }

  async connect(catalog: EntityProviderConnection): Promise<void> {
    await catalog.applyMutation({
      type: 'full',
      entities: this.#entities.map(entity => ({
        entity,
        locationKey: this.#name,
      })),
    });
  }
}
