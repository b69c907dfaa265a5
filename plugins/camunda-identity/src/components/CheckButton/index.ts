export * from './CheckButton';
