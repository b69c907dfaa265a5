export * from './InitialClaimNotice';
