export * from './types';
export * from './catalogue';
export * from './coverage';
export * from './report';
export * from './login';
