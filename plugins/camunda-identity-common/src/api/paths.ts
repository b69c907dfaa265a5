/** The plugin id, and the name under which the API is mounted: `/api/camunda-identity`. */
export const PLUGIN_ID = 'camunda-identity';

/** Annotation of the entities that run Camunda: `auto`, or record names separated by commas. */
export const CONNECTIONS_ANNOTATION = 'camunda-identity/connections';

/**
 * Topic of the events that the backend publishes when a record was created, changed or deleted; the
 * payload holds its `id` only.
 */
export const CONNECTIONS_TOPIC = 'camunda-identity.connections';

/** Topic of the events that the backend publishes when a record's health changed; the payload as above. */
export const HEALTH_TOPIC = 'camunda-identity.health';

/** Channel of the signals to owners' open pages when a record's health changed: `{ id }`. */
export const CONNECTIONS_CHANNEL = 'camunda-identity:connections';

/**
 * In the place of a report's id: what is known of a record, the last verdict on each thing whichever run
 * made it. Health rests on the same.
 */
export const KNOWN_REPORT = 'known';
