export * from './LoginTest';
