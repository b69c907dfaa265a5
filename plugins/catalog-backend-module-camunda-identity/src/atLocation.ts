import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';

/** Adds the location annotations that the catalog requires of entities from a provider. */
export function atLocation(location: string, entity: Entity): Entity {
  const annotations = {
    ...entity.metadata.annotations,
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
  };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}
