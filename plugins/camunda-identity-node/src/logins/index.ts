export { beginLogin } from './begin';
export { completeLogin } from './completeLogin';
export {
  LoginUnavailableError,
  type BegunLogin,
  type KeptLogin,
  type LoginAnswer,
  type LoginInput,
  type LoginOptions,
} from './types';
