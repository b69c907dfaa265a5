/**
 * What a provider means by an answer. Texts explain, they never decide: products change them, and Microsoft
 * says that its codes may change too.
 *
 * @public
 */
export interface Explanation {
  /** Recognises the answer's text, an error_description or a page; takes linear time. */
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
  /** What was recognised is the product's number for it, which people search for. */
  isNumber?: boolean;
}
