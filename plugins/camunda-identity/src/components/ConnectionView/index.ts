export * from './ConnectionView';
