export { readConfig } from './readConfig';
export {
  UnreadableConfigError,
  type ReadOptions,
  type ReadOutput,
  type RecordValues,
  type UnknownKey,
} from './types';
