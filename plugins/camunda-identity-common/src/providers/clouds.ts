import { z } from 'zod';
import { withoutTrailingSlash } from '../camunda/lookup';
import { MICROSOFT_CLOUDS } from './microsoft';

function isPlainUrl(text: string): boolean {
  if (!/^https?:\/\/[^/\\?#\s][^\\?#\s]*$/i.test(text) || !URL.canParse(text))
    return false;
  const { username, password } = new URL(text);
  return !username && !password;
}

const cloudSchema = z.strictObject(
  {
    title: z.string(),
    loginBaseUrl: z
      .string()
      .refine(isPlainUrl, {
        error:
          'expected an absolute http(s) URL without user, query and fragment, such as https://login.example.com',
      })
      .transform(withoutTrailingSlash),
  },
  {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? undefined
        : 'expected a section with title and loginBaseUrl',
  },
);

/**
 * `camundaIdentity.microsoft.clouds` of app-config: clouds that the installation adds to Microsoft's own, by
 * name.
 *
 * @public
 */
export const cloudsSchema = z
  .record(z.string(), cloudSchema)
  .superRefine((clouds, ctx) => {
    for (const name of Object.keys(clouds))
      if (Object.hasOwn(MICROSOFT_CLOUDS, name))
        ctx.addIssue({
          code: 'custom',
          path: [name],
          message: "this is a cloud of Microsoft's own; choose another name",
        });
  });
