export * from './PartBoundary';
