export * from './causes';
export * from './cover';
export {
  mendingPlace,
  type FieldName,
  type MendingPlace,
  type SetupTopic,
} from './mendingPlace';
