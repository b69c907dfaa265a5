import { CONNECTION_FAULTS } from './cases/connection';
import { DISCOVERY_FAULTS } from './cases/discovery';
import {
  ISSUER_FAULTS,
  LIBRARY_FAULTS,
  MEMBER_FAULTS,
  PRODUCT_FAULTS,
  REDIRECT_FAULTS,
} from './cases/documents';
import {
  ANSWER_FAULTS,
  AUTHORIZATION_FAULTS,
  CONTROL_FAULTS,
  FLOW_FAULTS,
  TOKEN_ENDPOINT_FAULTS,
} from './cases/endpoints';
import { HTTP_FAULTS } from './cases/http';
import { JWKS_FAULTS } from './cases/jwks';
import { KEY_FAULTS } from './cases/keys';
import { POLICY_FAULTS } from './cases/policy';
import { SIZE_FAULTS } from './cases/size';
import { TOKEN_FAULTS } from './cases/token';
import type { Fault } from './Fault';

/** Every fault of the misbehaving provider, except those that need keys of their own. */
export const ALL_FAULTS: readonly Fault[] = [
  ...CONNECTION_FAULTS,
  ...SIZE_FAULTS,
  ...HTTP_FAULTS,
  ...POLICY_FAULTS,
  ...DISCOVERY_FAULTS,
  ...JWKS_FAULTS,
  ...KEY_FAULTS,
  ...TOKEN_FAULTS,
  ...AUTHORIZATION_FAULTS,
  ...ANSWER_FAULTS,
  ...FLOW_FAULTS,
  ...CONTROL_FAULTS,
  ...TOKEN_ENDPOINT_FAULTS,
  ...MEMBER_FAULTS,
  ...LIBRARY_FAULTS,
  ...ISSUER_FAULTS,
  ...REDIRECT_FAULTS,
  ...PRODUCT_FAULTS,
];
