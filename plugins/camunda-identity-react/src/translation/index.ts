import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';
import { flatMessages } from './translated';

export { flatMessages, type Translated } from './translated';

/**
 * Texts of what the frontend packages share, for translation; German comes along.
 *
 * @public
 */
export const camundaIdentityReactTranslationRef = createTranslationRef({
  id: 'plugin.camunda-identity-react',
  messages,
  translations: {
    de: async () => ({
      // The compiler has compared the trees; what is flat here is flat there.
      default: flatMessages((await import('./de')).de) as never,
    }),
  },
});
