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
export {
  WORK_ORDER_FORMS,
  writeWorkOrder,
  type WorkOrderForm,
} from './workOrder';
export {
  readWorkOrderAnswer,
  WorkOrderAnswerError,
  type WorkOrderAnswer,
} from './workOrderAnswer';
export { answerPatch } from './answerPatch';
export { secretManifest } from './secretManifest';
