export {
  findRegistrationEndpoint,
  RegistrationUnavailableError,
  type RegistrationEndpoint,
} from './registrationEndpoint';
export {
  registerApplication,
  unregisterApplication,
  type RegistrationOutcome,
} from './registerApplication';
export type { RegisteredApplication } from './readRegistered';
