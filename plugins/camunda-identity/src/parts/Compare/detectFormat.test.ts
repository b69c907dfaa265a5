import { detectFormat } from './detectFormat';

describe('what a file probably is', () => {
  it.each([
    ['values.yaml', 'global:\n  identity:\n    auth: {}\n', 'helm'],
    ['', 'apiVersion: v1\nkind: Secret\n', 'kubernetes-secret'],
    ['', 'kind: HelmRelease\nspec:\n  values: {}\n', 'helm'],
    ['.env', 'A=b', 'env'],
    ['', 'CAMUNDA_IDENTITY_ISSUER=https://idp.example.com\n', 'env'],
    ['compose.yaml', 'services:\n  identity: {}\n', 'env'],
    ['', 'kind: Deployment\n', 'env'],
    ['application-prod.yaml', 'x: 1\n', 'application-yaml'],
    ['', 'camunda:\n  security: {}\n', 'application-yaml'],
    ['', '- name: CAMUNDA_IDENTITY_ISSUER\n  value: x\n', 'env'],
  ])('%s %j is %s', (name, content, format) => {
    expect(detectFormat(name, content)).toBe(format);
  });
});
