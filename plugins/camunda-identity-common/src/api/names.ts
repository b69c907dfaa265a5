/**
 * The plugin id, and the name under which the API is mounted: `/api/camunda-identity`.
 *
 * @public
 */
export const PLUGIN_ID = 'camunda-identity';

/**
 * Annotation of the entities that run Camunda: `auto`, or record names separated by commas.
 *
 * @public
 */
export const CONNECTIONS_ANNOTATION = 'camunda-identity/connections';

/**
 * Topic of the events that the backend publishes when a record was created, changed or deleted; the
 * payload holds its `id` only.
 *
 * @public
 */
export const CONNECTIONS_TOPIC = 'camunda-identity.connections';

/**
 * Topic of the events that the backend publishes when a record's health changed; the payload as above.
 *
 * @public
 */
export const HEALTH_TOPIC = 'camunda-identity.health';

/**
 * Channel of the signals to owners' open pages when a record's health changed: `{ id }`.
 *
 * @public
 */
export const CONNECTIONS_CHANNEL = 'camunda-identity:connections';

/**
 * In the place of a report's id: what is known of a record, the last verdict on each thing whichever run
 * made it. Health rests on the same.
 *
 * @public
 */
export const KNOWN_REPORT = 'known';
