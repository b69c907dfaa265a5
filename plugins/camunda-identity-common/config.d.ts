export interface Config {
  camundaIdentity?: {
    microsoft?: {
      /**
       * Further Microsoft clouds, by the name that records use. Names and titles are shown in forms.
       * Default: none, besides global, usgov and china, which cannot be changed.
       *
       * @deepVisibility frontend
       */
      clouds?: {
        [name: string]: {
          title: string;
          /**
           * What stands before the tenant id, such as https://login.microsoftonline.com: an absolute http(s)
           * URL without user, query and fragment.
           */
          loginBaseUrl: string;
        };
      };
    };
  };
}
