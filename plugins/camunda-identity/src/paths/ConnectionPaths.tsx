import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useRootPath } from '../routes';

/** The parts of a connection's page, in the order of their tabs. */
export const TABS = [
  'overview',
  'applications',
  'configuration',
  'checks',
  'setup',
  'login',
  'compare',
  'secrets',
  'limits',
] as const;

/** @public */
export type ConnectionTab = (typeof TABS)[number];

/** A part of a connection's page: a tab, or the form. */
export type ConnectionPart = ConnectionTab | 'edit';

/** Where the parts of a connection are in the app: on its page, or on the tab of an entity. */
export interface ConnectionPaths {
  /**
   * @param name - of the record
   * @param rest - what follows the part, such as the id of a report
   * @param query - parameters; what is undefined is left out
   */
  part(
    name: string,
    part: ConnectionPart,
    rest?: string,
    query?: Record<string, string | undefined>,
  ): string;
}

const Base = createContext<string | undefined>(undefined);

function build(base: (name: string) => string): ConnectionPaths {
  return {
    part(name, part, rest, query = {}) {
      const search = new URLSearchParams();
      for (const [key, value] of Object.entries(query))
        if (value !== undefined) search.set(key, value);
      const path = [
        base(name).replace(/\/$/, ''),
        part,
        ...(rest ? [encodeURIComponent(rest)] : []),
      ].join('/');
      return search.size > 0 ? `${path}?${search}` : path;
    },
  };
}

/** Inside, links to a connection's parts stay on the tab of the entity. */
export function EntityTabPaths(props: { base: string; children: ReactNode }) {
  return <Base.Provider value={props.base}>{props.children}</Base.Provider>;
}

/** Addresses of a connection's parts, from where this is shown. */
export function useConnectionPaths(): ConnectionPaths {
  const base = useContext(Base);
  const root = useRootPath() ?? '/camunda-identity';
  return useMemo(
    () => build(name => `${base ?? root}/${encodeURIComponent(name)}`),
    [base, root],
  );
}
