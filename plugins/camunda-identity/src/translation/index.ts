import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { flatMessages } from 'backstage-plugin-camunda-identity-react';
import { messages } from './messages';

/**
 * The plugin's texts, for translation; German comes along.
 *
 * @public
 */
export const camundaIdentityTranslationRef = createTranslationRef({
  id: 'plugin.camunda-identity',
  messages,
  translations: {
    de: async () => ({
      // The compiler has compared the trees; what is flat here is flat there.
      default: flatMessages((await import('./de')).de) as never,
    }),
  },
});
