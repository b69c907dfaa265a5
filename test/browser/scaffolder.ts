import { setTimeout as sleep } from 'node:timers/promises';
import { guestClient } from '../../scripts/seed';

/** A task that has ended, or where it is. */
export interface Task {
  id: string;
  status: 'open' | 'processing' | 'completed' | 'failed' | 'cancelled';
  /** All its lines. */
  log: string;
  output: any;
}

const ENDED = ['completed', 'failed', 'cancelled'];

/** The scaffolder of a portal, as its pages use it. */
export class Scaffolder {
  readonly #backendUrl: string;

  constructor(backendUrl: string) {
    this.#backendUrl = backendUrl;
  }

  /** Starts a template. @returns the task's id */
  async start(
    template: string,
    values: object,
    secrets: Record<string, string> = {},
  ): Promise<string> {
    const { id } = await this.#call('/api/scaffolder/v2/tasks', {
      templateRef: `template:default/${template}`,
      values,
      secrets,
    });
    return id;
  }

  /** Starts a template and waits until it has ended. */
  async run(
    template: string,
    values: object,
    secrets?: Record<string, string>,
  ): Promise<Task> {
    return this.ended(await this.start(template, values, secrets));
  }

  ended(id: string): Promise<Task> {
    return this.until(id, ({ status }) => ENDED.includes(status));
  }

  async until(id: string, is: (task: Task) => boolean): Promise<Task> {
    for (;;) {
      const task = await this.task(id);
      if (is(task)) return task;
      await sleep(200);
    }
  }

  async task(id: string): Promise<Task> {
    const base = `/api/scaffolder/v2/tasks/${id}`;
    const { status } = await this.#call(base);
    const events: any[] = await this.#call(`${base}/events`);
    return {
      id,
      status,
      log: events.map(({ body }) => body.message ?? '').join('\n'),
      output: events.findLast(({ type }) => type === 'completion')?.body.output,
    };
  }

  async cancel(id: string): Promise<void> {
    await this.#call(`/api/scaffolder/v2/tasks/${id}/cancel`, {});
  }

  /** Every action that is installed, by its id. */
  async actions(): Promise<Map<string, any>> {
    const list: any[] = await this.#call('/api/scaffolder/v2/actions');
    return new Map(list.map(entry => [entry.id, entry]));
  }

  /** The templates of this repository, as the catalog has them. */
  async templates(): Promise<any[]> {
    return this.#call('/api/catalog/entities?filter=kind=template');
  }

  async #call(path: string, body?: object): Promise<any> {
    const { authorized } = await guestClient(this.#backendUrl);
    const response = await authorized(`${this.#backendUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
}
