import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { flatMessages } from '../../translation';
import { messages } from './messages';

/**
 * Translatable texts of the form fields, with German included.
 *
 * @public
 */
export const camundaIdentityFormsTranslationRef = createTranslationRef({
  id: 'plugin.camunda-identity-react.forms',
  messages,
  translations: {
    de: async () => ({
      // Safe cast: the compiler has already compared both trees of texts.
      default: flatMessages((await import('./de')).de) as never,
    }),
  },
});
