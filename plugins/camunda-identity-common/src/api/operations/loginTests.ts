import { z } from 'zod';
import {
  createLoginDraftSchema,
  loginTestSchema,
} from '../../connections/loginTests';
import type { LoginTest, LoginTestResult } from '../types';
import { answer, type Operation, type OperationOptions } from './types';

const tag = 'Login tests';

export function loginTestOperations({ clouds }: OperationOptions) {
  return {
    beginLoginTest: {
      tag,
      summary: 'Begin a real sign-in to a client of a connection',
      description:
        'For owners and admins. With the stored secret, or that of the request, which is kept encrypted until the test is over. The test expires after ten minutes.',
      body: {
        name: 'LoginTestRequest',
        schema: loginTestSchema,
        required: true,
      },
      answer: answer<LoginTest>('LoginTest'),
      failures: [403, 404, 409, 413, 429],
    },
    beginDraftLoginTest: {
      tag,
      summary: 'Begin a real sign-in for what is not saved',
      description: 'As for a connection; marks nothing as verified.',
      body: {
        name: 'LoginTestDraft',
        schema: createLoginDraftSchema({ clouds }),
        required: true,
      },
      answer: answer<LoginTest>('LoginTest'),
      failures: [403, 409, 413, 429],
    },
    receiveLoginTest: {
      tag,
      summary: 'Take the provider’s answer to a sign-in',
      description:
        'The redirect URI of login tests. Needs no credential, redeems nothing, shows nothing: it keeps the answer under its state, once, and sends the browser to the app.',
      // What a provider adds is left alone; a browser that comes back cannot mend anything.
      query: z.object({
        state: z.string().optional().describe('Of the test'),
        code: z.string().optional().describe('RFC 6749 section 4.1.2'),
        iss: z.string().optional().describe('RFC 9207 section 2'),
        error: z.string().optional().describe('RFC 6749 section 4.1.2.1'),
        error_description: z.string().optional().describe('For people'),
      }),
    },
    completeLoginTest: {
      tag,
      summary: 'Redeem the answer and say what the tokens hold',
      description:
        'Once, and only for the user who began it. A test that went well marks the connection as verified. Claims are stored nowhere.',
      params: {
        loginTestId: z.string().max(64),
      },
      answer: answer<LoginTestResult>('LoginTestResult'),
      failures: [403, 404, 409, 413],
    },
  } as const satisfies Record<string, Operation>;
}
