export * from './CauseList';
