export { InitialClaimFields } from './claim/InitialClaimFields';
export { ComponentsFields } from './components/ComponentsFields';
export { InstallationFields } from './components/InstallationFields';
export * from './components/suggestions';
export { FieldFrame } from './fields/FieldFrame';
export {
  RecordTextField,
  type RecordTextFieldProps,
} from './fields/RecordTextField';
export * from './doubts';
export { DateField } from './fields/DateField';
export { Doubts } from './fields/Doubts';
export { Problem } from './fields/Problem';
export { formOfPart, type FormState } from './FormState';
export { useFocusFirstProblem } from './focusFirstProblem';
export { MachineClientsFields } from './machines/MachineClientsFields';
export * from './paths';
export { EntityPicker } from './pickers/EntityPicker';
export { OwnerPicker } from './pickers/OwnerPicker';
export type { PickerProps } from './pickers/ReferencePicker';
export * from './problems';
export { isStopped } from './provider/failing';
export { ProviderFields } from './provider/ProviderFields';
export type { ProviderDraft } from './provider/ProviderDraft';
export { createApiClient, useApiClient } from './provider/useApiClient';
export { readClouds, useClouds } from './provider/useClouds';
export { camundaIdentityFormsTranslationRef } from './translation';
