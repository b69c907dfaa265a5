import type { ProviderCheck } from '../types';
import { authMethodsCheck } from './authMethodsCheck';
import { backendIssuerCheck } from './backendIssuerCheck';
import { discoveryCheck } from './discoveryCheck';
import { documentChangedCheck } from './documentChangedCheck';
import { endpointHostsCheck } from './endpointHostsCheck';
import { endpointsCheck } from './endpointsCheck';
import { endpointUrlsCheck } from './endpointUrlsCheck';
import { endSessionCheck } from './endSessionCheck';
import { grantTypesCheck } from './grantTypesCheck';
import { issuerCheck } from './issuerCheck';
import { locationCheck } from './locationCheck';
import { memberTypesCheck } from './memberTypesCheck';
import { pkceCheck } from './pkceCheck';
import { productCheck } from './productCheck';
import { requirementsCheck } from './requirementsCheck';
import { requiredMembersCheck } from './requiredMembersCheck';
import { subjectTypesCheck } from './subjectTypesCheck';
import { initialClaimCheck } from './initialClaimCheck';
import { tokenIssuerCheck } from './tokenIssuerCheck';
import { responseTypesCheck } from './responseTypesCheck';
import { scopesCheck } from './scopesCheck';
import { signingAlgorithmsCheck } from './signingAlgorithmsCheck';
import { typedEndpointsCheck } from './typedEndpointsCheck';

/** Checks of the discovery document, one file each. */
export const DISCOVERY_CHECKS: readonly ProviderCheck[] = [
  discoveryCheck,
  locationCheck,
  issuerCheck,
  memberTypesCheck,
  requiredMembersCheck,
  endpointsCheck,
  endpointUrlsCheck,
  endpointHostsCheck,
  responseTypesCheck,
  grantTypesCheck,
  scopesCheck,
  pkceCheck,
  authMethodsCheck,
  signingAlgorithmsCheck,
  requirementsCheck,
  tokenIssuerCheck,
  subjectTypesCheck,
  initialClaimCheck,
  typedEndpointsCheck,
  backendIssuerCheck,
  documentChangedCheck,
  productCheck,
  endSessionCheck,
];
