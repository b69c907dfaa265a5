export * from './CodeView';
export * from './DiffView';
export * from './download';
export * from './FileView';
