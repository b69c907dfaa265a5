import type { Explanation } from './explanation';

const aadsts = (...codes: number[]) =>
  new RegExp(`AADSTS(${codes.join('|')})(?!\\d)`);

/** entra-docs reference-error-codes.md; fixtures of MSAL. */
const NUMBERED: readonly Omit<Explanation, 'isNumber'>[] = [
  {
    text: aadsts(7000215),
    about: 'secret',
    cause: 'The secret is wrong; often the secret’s ID was copied instead.',
    fix: 'Copy the Value of the secret, not the Secret ID. It is shown only once: create a new one if it is lost.',
  },
  {
    text: aadsts(7000222),
    about: 'secret',
    cause: 'The secret has expired.',
    fix: 'Create a new secret under Certificates & secrets and enter it in Camunda.',
  },
  {
    text: aadsts(7000218),
    about: 'platform',
    cause: 'The application is confidential and no secret was sent.',
    fix: 'Enter a secret, or register the redirect URI under "Single-page application".',
  },
  {
    text: aadsts(700025),
    about: 'platform',
    cause: 'The application is public, so it must not send a secret.',
    fix: 'Register the redirect URI under the platform "Web".',
  },
  {
    text: aadsts(700016),
    about: 'client',
    cause: 'There is no such application in this tenant.',
    fix: 'Check client ID and tenant ID; both are on the overview of the app registration.',
  },
  {
    text: aadsts(7000112, 70001),
    about: 'client',
    cause: 'The application is disabled or unknown.',
    fix: 'Enable it under Enterprise applications > Properties.',
  },
  {
    text: aadsts(90002),
    about: 'tenant',
    cause: 'There is no such tenant in this cloud.',
    fix: 'Check the tenant ID and the cloud (global, US Government, China).',
  },
  {
    text: aadsts(50194),
    about: 'tenant',
    cause: 'The application is for one tenant, but /common was used.',
    fix: 'Use the tenant’s ID instead of "common".',
  },
  {
    text: aadsts(50011, 900971),
    about: 'redirect-uri',
    cause: 'The redirect URI is not registered for this application.',
    fix: 'Add exactly this address under Authentication, below the right platform.',
  },
  {
    text: aadsts(9002326, 90023),
    about: 'platform',
    cause: 'The redirect URI of a user interface is registered as "Web".',
    fix: 'Move it to "Single-page application".',
  },
  {
    text: aadsts(9002327),
    about: 'platform',
    cause:
      'The redirect URI of a server is registered as "Single-page application".',
    fix: 'Move it to "Web".',
  },
  {
    text: aadsts(65001, 90094, 90095),
    about: 'consent',
    cause: 'Nobody has consented to the application’s permissions.',
    fix: 'Have an administrator grant consent under API permissions.',
  },
  {
    text: aadsts(500011),
    about: 'audience',
    cause: 'The scope names a resource that this tenant does not have.',
    fix: 'Use <client ID>/.default of an application of this tenant.',
  },
  {
    text: aadsts(70011, 28002, 28003, 700022),
    about: 'scope',
    cause: 'The scope has a form that Entra does not accept.',
    fix: 'Write <client ID>/.default, without spaces or brackets.',
  },
  {
    text: aadsts(1002012, 90014),
    about: 'scope',
    cause:
      'A client-credentials request needs one scope that ends in /.default.',
    fix: 'Enter <client ID>/.default as token scope.',
  },
  {
    text: aadsts(90009),
    about: 'scope',
    cause:
      'An application that asks for a token for itself has to use its GUID.',
    fix: 'Write <client ID>/.default instead of api://…',
  },
  {
    text: aadsts(650057, 650056),
    about: 'scope',
    cause: 'The resource is not among the application’s permissions.',
    fix: 'Add it under API permissions.',
  },
  {
    text: aadsts(501051),
    about: 'consent',
    cause: 'The application is not assigned to a role of the resource.',
    fix: 'Assign an app role, or set "Assignment required" to No.',
  },
  {
    text: aadsts(50148, 501481),
    about: 'login',
    cause: 'The PKCE verifier does not fit.',
    fix: 'Sign in again.',
  },
  {
    text: aadsts(50105),
    about: 'login',
    cause:
      'The person is not assigned to the application, which requires assignment.',
    fix: 'Assign the person or a group under Enterprise applications > Users and groups, or set "Assignment required" to No.',
  },
  {
    text: aadsts(50020),
    about: 'login',
    cause: 'The account belongs to another tenant.',
    fix: 'Sign in with an account of this tenant, or invite the account as a guest.',
  },
  {
    text: aadsts(53003),
    about: 'login',
    cause: 'A conditional access policy blocks the sign-in.',
    fix: 'Ask the owners of the policies; the sign-in log names the policy.',
  },
  {
    text: aadsts(50058),
    about: 'login',
    cause: 'Nobody is signed in, as expected here.',
    fix: 'Nothing to do.',
  },
];

/** Every known error number of Entra. */
export const ENTRA_EXPLANATIONS: readonly Explanation[] = NUMBERED.map(
  entry => ({ ...entry, isNumber: true }),
);
