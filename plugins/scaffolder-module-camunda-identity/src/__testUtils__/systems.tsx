import {
  renderInTestApp as renderInNewApp,
  TestApiProvider as NewApis,
} from '@backstage/frontend-test-utils';
import {
  renderInTestApp as renderInOldApp,
  TestApiProvider as OldApis,
} from '@backstage/test-utils';
import type { ReactElement } from 'react';

/** Renders an element in an app with these APIs. */
type Render = (
  element: ReactElement,
  apis: Array<[ref: unknown, implementation: unknown]>,
) => Promise<void>;

const inNewApp: Render = async (element, apis) => {
  renderInNewApp(<NewApis apis={apis as never}>{element}</NewApis>);
};

const inOldApp: Render = async (element, apis) => {
  await renderInOldApp(<OldApis apis={apis as never}>{element}</OldApis>);
};

/** For `describe.each`: everything people see has to work in both. */
export const FRONTEND_SYSTEMS: Array<[name: string, render: Render]> = [
  ['the new frontend system', inNewApp],
  ['the old frontend system', inOldApp],
];
