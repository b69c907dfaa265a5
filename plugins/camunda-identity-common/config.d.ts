export interface Config {
  camundaIdentity?: {
    microsoft?: {
      /**
       * Further Microsoft clouds, by the name that records use. Names and titles are shown in forms.
       *
       * @deepVisibility frontend
       */
      clouds?: {
        [name: string]: {
          title: string;
          /** Before the tenant id, without trailing slash: https://login.microsoftonline.com */
          loginBaseUrl: string;
        };
      };
    };
  };
}
