/**
 * What a provider means by an answer. Texts explain, they never decide: products change them, and Microsoft
 * says that its codes may change too.
 */
export interface Explanation {
  /** Recognises the answer's text, an error_description or a page. */
  text: RegExp;
  /** What the answer is about; a page that is about nothing known proves nothing. */
  about:
    | 'secret'
    | 'client'
    | 'tenant'
    | 'redirect-uri'
    | 'grant'
    | 'scope'
    | 'audience'
    | 'consent'
    | 'platform'
    | 'login';
  cause: string;
  fix: string;
}
