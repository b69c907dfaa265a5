import { checkOf } from '../checkOf';
import { absent, DOCUMENT, textsOf } from '../document';

/** Response type `code` (OpenID Connect Discovery 1.0 section 3). */
export const responseTypesCheck = checkOf(
  DOCUMENT,
  'discovery.response-types',
  facts => {
    const types = textsOf(facts.document, 'response_types_supported');
    if (!types)
      return absent(
        'response_types_supported',
        facts,
        'The specification requires it; a sign-in shows whether "code" works.',
      );
    return types.includes('code')
      ? { result: 'pass', message: 'Response type "code" is supported' }
      : {
          result: 'fail',
          message: `Response type "code" is not among those listed: ${types.join(
            ', ',
          )}`,
        };
  },
);
