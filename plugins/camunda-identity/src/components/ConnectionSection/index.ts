export * from './ConnectionLine';
export * from './ConnectionSection';
