export * from './types';
export * from './writeConfig';
export * from './read';
export * from './compare/compareConfig';
export * from './upgrade/types';
export * from './upgrade/upgradeValues';
export * from './upgrade/upgradeRecord';
export * from './clientKeys';
