import {
  authentikApplications,
  cognitoPool,
  gitlabApplications,
  googleClients,
  oneloginApps,
  pingConsole,
  zitadelProjects,
} from './consoleLinks';
import { allAudiences } from './sharedAudience';
import { applicationSteps, sendBackStep } from './stepValues';
import type { ProductSetup, SetupInput, SetupStep } from './types';

/** A product that is set up manually in its console: its address and its pitfalls. */
interface Console {
  title: string;
  docsUrl: string;
  /** Address of the list of applications, of the place that the issuer belongs to. */
  applications?(issuer: URL): string | undefined;
  /** Pitfalls, one step each. */
  traps: ReadonlyArray<{ id: string; title: string; text: string }>;
  /** The creator of an application chooses its client ID. */
  chosenIds?: boolean;
  /** Scopes that the product does not have, though Camunda asks for them. */
  unknownScopes?: readonly string[];
  /** No application can be given an audience of its own. */
  noAudiences?: boolean;
}

const CONSOLES: Readonly<Record<string, Console>> = {
  cognito: {
    title: 'Amazon Cognito',
    docsUrl:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html',
    applications: cognitoPool,
    unknownScopes: ['offline_access'],
    noAudiences: true,
    traps: [
      {
        id: 'machine-clients',
        title: 'Separate machine clients',
        text: 'An app client with client credentials cannot have another flow. Components that need both get two app clients.',
      },
      {
        id: 'resource-server',
        title: 'Create a resource server',
        text: 'Client credentials need a custom scope, <resource server>/<scope>. Tokens of machines have no audience: Camunda’s check of the audience has to be switched off or served by another claim.',
      },
      {
        id: 'refresh',
        title: 'Leave offline_access out',
        text: 'Cognito does not know this scope and refuses requests that name it.',
      },
    ],
  },
  ping: {
    title: 'Ping Identity',
    docsUrl: 'https://docs.pingidentity.com/',
    applications: pingConsole,
    traps: [
      {
        id: 'audience',
        title: 'Give each application its audience',
        text: 'PingOne: a custom resource with this audience, granted to the application. PingFederate: an access token manager for each audience, which issues JWTs.',
      },
      {
        id: 'pkce',
        title: 'Demand PKCE of the public applications',
        text: 'PingOne: PKCE enforcement S256_REQUIRED. PingFederate: "Require Proof Key for Code Exchange".',
      },
    ],
  },
  adfs: {
    title: 'AD FS',
    docsUrl:
      'https://learn.microsoft.com/en-us/windows-server/identity/ad-fs/development/ad-fs-openid-connect-oauth-concepts',
    chosenIds: true,
    traps: [
      {
        id: 'groups',
        title: 'Make an application group for each',
        text: 'AD FS Management > Application Groups: a server application (or a native one, where it is public) and a Web API. The identifier of the server application is the client ID, that of the Web API the audience.',
      },
      {
        id: 'claims',
        title: 'Add transform rules',
        text: 'Claims come into tokens only through issuance transform rules of the Web API.',
      },
      {
        id: 'cors',
        title: 'Allow the origins of pages in the browser',
        text: 'Public applications need CORS, which AD FS has from 2019 on and which is off at first (Set-AdfsResponseHeaders).',
      },
    ],
  },
  zitadel: {
    title: 'Zitadel',
    docsUrl: 'https://zitadel.com/docs/guides/manage/console/applications',
    applications: zitadelProjects,
    traps: [
      {
        id: 'jwt',
        title: 'Ask for JWTs',
        text: 'Set the type of the access token to JWT for each application; they are opaque otherwise.',
      },
      {
        id: 'machines',
        title: 'Use machine users',
        text: 'Applications have no client credentials: each machine is a user of the type service, with a client secret.',
      },
      {
        id: 'audience',
        title: 'Mind the audience',
        text: 'It is the project’s id, and comes with the scope urn:zitadel:iam:org:project:id:<project id>:aud.',
      },
    ],
  },
  authentik: {
    title: 'authentik',
    docsUrl:
      'https://docs.goauthentik.io/docs/add-secure-apps/providers/oauth2/',
    applications: authentikApplications,
    chosenIds: true,
    traps: [
      {
        id: 'issuer-mode',
        title: 'Use one issuer for all',
        text: 'Set the issuer mode to "Same identifier is used for all providers"; each application has an issuer of its own otherwise.',
      },
      {
        id: 'signing-key',
        title: 'Choose a signing key',
        text: 'Without one tokens are signed with HS256, which Camunda refuses.',
      },
      {
        id: 'redirect-uris',
        title: 'Enter the redirect URIs before the first sign-in',
        text: 'With an empty list the first address that is used is taken for good. Choose "Strict".',
      },
    ],
  },
  gitlab: {
    title: 'GitLab',
    docsUrl: 'https://docs.gitlab.com/integration/oauth_provider/',
    applications: gitlabApplications,
    unknownScopes: ['offline_access'],
    noAudiences: true,
    traps: [
      {
        id: 'limits',
        title: 'GitLab is not enough on its own',
        text: 'Its access tokens are no JWTs and have no audience, and it does not sign out. Put a provider such as Keycloak in front, with GitLab as its identity provider.',
      },
    ],
  },
  onelogin: {
    title: 'OneLogin',
    docsUrl: 'https://developers.onelogin.com/openid-connect',
    applications: oneloginApps,
    traps: [
      {
        id: 'api-server',
        title: 'Create an API authorization server',
        text: 'JWTs with an audience come from one; the applications’ own tokens have none.',
      },
      {
        id: 'uris',
        title: 'One redirect URI a line',
        text: 'Several redirect URIs are separated by line breaks.',
      },
    ],
  },
  google: {
    title: 'Google',
    docsUrl: 'https://support.google.com/cloud/answer/15549257',
    applications: googleClients,
    unknownScopes: ['offline_access'],
    noAudiences: true,
    traps: [
      {
        id: 'limits',
        title: 'Google is not enough on its own',
        text: 'It has no client credentials, its access tokens are no JWTs, it does not sign out and refuses the scope offline_access. Put a provider such as Keycloak in front, with Google as its identity provider.',
      },
    ],
  },
};

function stepsOf(console: Console, input: SetupInput): SetupStep[] {
  const { unknownScopes = [], noAudiences, chosenIds, docsUrl } = console;
  const url = console.applications?.(new URL(input.issuer));
  const applications = input.applications.map(application => ({
    ...application,
    scopes: application.scopes.filter(scope => !unknownScopes.includes(scope)),
    audiences: noAudiences ? [] : application.audiences,
  }));
  const audiences = allAudiences({ ...input, applications });
  return [
    ...applicationSteps(
      applications,
      () =>
        url
          ? `Create the application at ${url}.`
          : 'Create the application in the provider’s admin pages.',
      { docsUrl, idsAreChosen: chosenIds },
    ),
    ...console.traps.map(trap => ({ ...trap, docsUrl })),
    ...(audiences.length > 0
      ? [
          {
            id: 'audiences',
            title: 'Check the audiences',
            text: 'The access tokens of each application need its audience. Run the checks with the secrets to see what is in a token.',
            values: audiences.map(value => ({ label: 'Audience', value })),
          },
        ]
      : []),
    sendBackStep(applications, Boolean(chosenIds)),
  ];
}

const ANY: Console = {
  title: 'OpenID Connect provider',
  docsUrl: 'https://openid.net/specs/openid-connect-core-1_0.html',
  traps: [],
};

/**
 * Steps for a product that is set up manually.
 *
 * @param profile - code of a provider profile; products without steps of their own get general ones
 */
export function consoleSetup(profile: string): ProductSetup {
  const console = CONSOLES[profile] ?? ANY;
  return { title: console.title, steps: input => stepsOf(console, input) };
}
