import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { Actions } from './forHosts';

const NAME = 'camunda-identity-templates';

/**
 * Provides the software templates, with the Git hosts for which the scaffolder has an action. Where it does not say
 * which it has, every host of the configuration is offered.
 */
export class TemplatesProvider implements EntityProvider {
  constructor(
    private readonly options: {
      read(actions?: Actions): Entity[];
      actions(signal: AbortSignal): Promise<Actions>;
      schedule: SchedulerServiceTaskRunner;
      logger: LoggerService;
    },
  ) {}

  getProviderName(): string {
    return NAME;
  }

  async connect(catalog: EntityProviderConnection): Promise<void> {
    await this.options.schedule.run({
      id: NAME,
      fn: signal => this.#provide(catalog, signal),
    });
  }

  async #provide(catalog: EntityProviderConnection, signal: AbortSignal) {
    const { read, actions, logger } = this.options;
    const known = await actions(signal).catch(error => {
      logger.warn(
        `The templates offer every Git host of the integrations, since the scaffolder has not said which actions it has: ${error.message}`,
      );
      return undefined;
    });
    if (signal.aborted) return;
    await catalog.applyMutation({
      type: 'full',
      entities: read(known).map(entity => ({ entity, locationKey: NAME })),
    });
  }
}
