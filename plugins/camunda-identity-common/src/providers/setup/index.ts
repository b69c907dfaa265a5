export {
  SETUP_PRODUCTS,
  type ApplicationKind,
  type ProviderSetup,
  type SetupApplication,
  type SetupProduct,
  type SetupStep,
  type SetupValue,
} from './types';
export { setupApplications, type SetupRecord } from './applications';
export { registrationRequest, type RegistrationRequest } from './registration';
export {
  UnsupportedSetupError,
  writeProviderSetup,
} from './writeProviderSetup';
export { writeWorkOrder, type WorkOrderForm } from './workOrder';
export {
  readWorkOrderAnswer,
  WorkOrderAnswerError,
  type WorkOrderAnswer,
} from './workOrderAnswer';
