import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { flatMessages } from '../../translation';
import { messages } from './messages';

/**
 * Texts of the form fields, for translation; German comes along.
 *
 * @public
 */
export const camundaIdentityFormsTranslationRef = createTranslationRef({
  id: 'plugin.camunda-identity-react.forms',
  messages,
  translations: {
    de: async () => ({
      // The compiler has compared the trees; what is flat here is flat there.
      default: flatMessages((await import('./de')).de) as never,
    }),
  },
});
