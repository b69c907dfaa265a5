export * from './FindingText';
