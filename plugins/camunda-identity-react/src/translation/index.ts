import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';
import { flatMessages } from './translated';

export { flatMessages, type Translated } from './translated';

/**
 * Translatable texts shared by the frontend packages, with German included.
 *
 * @public
 */
export const camundaIdentityReactTranslationRef = createTranslationRef({
  id: 'plugin.camunda-identity-react',
  messages,
  translations: {
    de: async () => ({
      // Safe cast: the compiler has already compared both trees of texts.
      default: flatMessages((await import('./de')).de) as never,
    }),
  },
});
