export * from './camundaIdentityApi';
