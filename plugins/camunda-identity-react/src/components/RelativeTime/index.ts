export * from './RelativeTime';
export * from './relativeTime';
