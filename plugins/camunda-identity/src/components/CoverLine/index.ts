export * from './CoverLine';
