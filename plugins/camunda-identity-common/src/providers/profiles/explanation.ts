/**
 * What a provider's answer means. Texts explain but never decide: products change them, and Microsoft says that
 * its codes may change too.
 *
 * @public
 */
export interface Explanation {
  /** Recognises the answer's text, an error_description or a page; takes linear time. */
  text: RegExp;
  /** What the answer is about; an unrecognised page proves nothing. */
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
  /** The recognised text is the product's error number, which people search for. */
  isNumber?: boolean;
}
