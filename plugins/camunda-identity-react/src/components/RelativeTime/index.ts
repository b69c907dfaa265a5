export * from './RelativeTime';
export * from './times';
