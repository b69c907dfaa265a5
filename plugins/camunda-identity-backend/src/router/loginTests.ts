import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import type { z } from 'zod';
import {
  createLoginDraftSchema,
  loginTestSchema,
} from 'backstage-plugin-camunda-identity-common';
import { noteOutcome } from '../audit/auditRequests';
import type { ConnectionRef } from '../input/ConnectionRef';
import { parseBody } from '../input/parse';
import type { Logins, Returned } from '../logins/Logins';
import type { LoginsService, ReturnTo } from '../logins/LoginsService';
import type { OperationRouter } from './OperationRouter';
import { closeSignal } from './stream';

/** An unknown key is not named, since it may be a misplaced secret. */
function readBody<T extends z.ZodObject>(schema: T, req: Request) {
  const known = Object.keys(schema.shape);
  if (Object.keys(req.body ?? {}).some(key => !known.includes(key)))
    throw new InputError(
      `body: has an unknown key; it has ${known.join(', ')}`,
    );
  return parseBody(schema, req);
}

/** Untrusted query parameters, from the provider or anybody else. */
function returnedOf({ query }: Request): Returned {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    state: text('state'),
    code: text('code'),
    iss: text('iss'),
    error: text('error'),
    errorDescription: text('error_description'),
  };
}

/**
 * Removes the query from the address, which is logged after the answer: the code has not been redeemed yet, and
 * the state is for the browser only.
 */
function forgetQuery(req: Request) {
  [req.originalUrl] = req.originalUrl.split('?');
  [req.url] = req.url.split('?');
}

/**
 * The app's page for a test. Contains nothing from the incoming address.
 *
 * @param appUrl - of this plugin's pages in the app, without a trailing slash
 */
function pageOf(appUrl: string, { id, connectionName }: ReturnTo): string {
  if (!id) return `${appUrl}/_login?error=unknown`;
  return connectionName
    ? `${appUrl}/${encodeURIComponent(connectionName)}/login/${id}`
    : `${appUrl}/_login/${id}`;
}

export function addLoginTestRoutes(
  router: OperationRouter,
  options: {
    logins: Logins<ConnectionRef>;
    /** Handles untrusted callbacks. */
    receiver: Pick<LoginsService, 'receive'>;
    /** URL of this plugin's pages in the app. */
    appUrl: string;
    clouds: readonly string[];
  },
) {
  const { logins, receiver, appUrl, clouds } = options;
  const draftSchema = createLoginDraftSchema({ clouds });

  router.on(
    'beginLoginTest',
    ({ params, body, caller, res }) =>
      logins.begin({ id: params.id }, body, {
        caller,
        signal: closeSignal(res),
      }),
    req => readBody(loginTestSchema, req),
  );

  router.on(
    'beginDraftLoginTest',
    ({ body, caller, res }) =>
      logins.beginDraft(body, { caller, signal: closeSignal(res) }),
    req => readBody(draftSchema, req),
  );

  // Not cancelled when the browser disconnects, since the code is used up by then.
  router.on('completeLoginTest', async ({ params, caller, res }) => {
    const result = await logins.complete(params.loginTestId, { caller });
    const { connectionId } = result;
    if (connectionId) noteOutcome(res, { connectionId });
    return result;
  });

  router.onOpen('receiveLoginTest', async (req, res) => {
    const returned = returnedOf(req);
    forgetQuery(req);
    const to = await receiver.receive(returned);
    res
      .set({
        'Cache-Control': 'no-store',
        // The address contains the code.
        'Referrer-Policy': 'no-referrer',
      })
      .redirect(303, pageOf(appUrl, to));
  });
}
