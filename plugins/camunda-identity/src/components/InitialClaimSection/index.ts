export * from './InitialClaimSection';
