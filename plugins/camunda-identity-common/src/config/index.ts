export * from './types';
export * from './writeConfig';
export * from './read';
export * from './compare/compareConfig';
export * from './upgrade/types';
export * from './upgrade/upgradeValues';
export * from './upgrade/proposeUpgrade';
export * from './upgrade/upgradeRecord';
export * from './clientKeys';
export {
  orchestrationClaims,
  type OrchestrationClaims,
} from './orchestrationClaims';
