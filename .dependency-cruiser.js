/**
 * Which room may import which, as docs/architecture.md draws them. `npm test -- imports` holds it.
 *
 * Type-only imports count: a file that needs a type of a room above has been put into the wrong room.
 */
const PLUGINS = '^plugins/';
const BACKEND = `${PLUGINS}camunda-identity-backend/src/`;

/** From the top down: each row imports only rows below it, and none of its neighbours. */
const BACKEND_ROWS = [
  ['plugin.ts'],
  ['wiring'],
  ['router', 'actions', 'tasks'],
  ['access'],
  ['files', 'registrations'],
  ['checks', 'connections', 'logins'],
  ['secrets', 'notifications'],
  ['store'],
  ['config', 'input', 'audit', 'metrics'],
  ['record'],
];

const backendRules = BACKEND_ROWS.flatMap((row, n) =>
  row.map(room => ({
    name: `backend-${room}-imports-only-below`,
    severity: 'error',
    from: { path: `${BACKEND}${room}(/|$)` },
    to: {
      path: `${BACKEND}(${[
        'index.ts',
        ...BACKEND_ROWS.slice(0, n).flat(),
        ...row.filter(other => other !== room),
      ].join('|')})(/|$)`,
    },
  })),
);

/** Packages of this repository that each package may import. */
const PACKAGES = {
  'camunda-identity-common': [],
  'camunda-identity-node': ['camunda-identity-common'],
  'camunda-identity-cli': ['camunda-identity-common', 'camunda-identity-node'],
  'camunda-identity-backend': [
    'camunda-identity-common',
    'camunda-identity-node',
  ],
  'camunda-identity-react': ['camunda-identity-common'],
  'camunda-identity': ['camunda-identity-common', 'camunda-identity-react'],
  'scaffolder-backend-module-camunda-identity': [
    'camunda-identity-common',
    'camunda-identity-node',
  ],
  'scaffolder-module-camunda-identity': [
    'camunda-identity-common',
    'camunda-identity-react',
  ],
  'catalog-backend-module-camunda-identity': [
    'camunda-identity-common',
    'camunda-identity-node',
  ],
};

const packageRules = Object.entries(PACKAGES).map(([name, allowed]) => ({
  name: `${name}-imports-only-what-it-stands-on`,
  severity: 'error',
  from: { path: `${PLUGINS}${name}/src/` },
  to: {
    path: PLUGINS,
    pathNot: `${PLUGINS}(${[name, ...allowed].join('|')})/`,
  },
}));

/** The same in `common`; providers/setup writes what is made of records, so that it stands higher. */
const COMMON = `${PLUGINS}camunda-identity-common/src/`;
const COMMON_ROWS = [
  'api',
  'providers/setup',
  'config',
  'connections',
  'providers',
  'checks',
  'fields',
  'camunda',
  'text',
];

const commonRules = COMMON_ROWS.map((room, n) => ({
  name: `common-${room.replace('/', '-')}-imports-only-below`,
  severity: 'error',
  from: {
    path: `${COMMON}${room}/`,
    ...(room === 'providers' ? { pathNot: `${COMMON}providers/setup/` } : {}),
  },
  to: {
    path: `${COMMON}(${['index.ts', ...COMMON_ROWS.slice(0, n)].join(
      '|',
    )})(/|$)`,
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circles-between-folders',
      scope: 'folder',
      severity: 'error',
      // In common the rows above say it more exactly: providers/setup stands apart from providers.
      from: {
        path: `${PLUGINS}[^/]+/src`,
        pathNot: `${PLUGINS}camunda-identity-common/`,
      },
      to: { circular: true },
    },
    {
      // Validation weighs more than all the rest of an entity page: only parts that load on demand may have it.
      name: 'entity-page-without-validation',
      severity: 'error',
      from: {
        path: `${PLUGINS}camunda-identity(-react)?/src/(api|components|connection|findings|hooks|paths|widget)/`,
        pathNot: '\\.test\\.tsx?$',
      },
      to: {
        path: `${PLUGINS}camunda-identity-(react/src/forms|common/src/(schema|config|setup|index)\\.ts)`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-imports-the-backend',
      severity: 'error',
      from: { pathNot: `${PLUGINS}camunda-identity-backend/` },
      to: { path: `${PLUGINS}camunda-identity-backend/` },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: { path: `${PLUGINS}[^/]+/src` },
      to: { couldNotResolve: true, path: '^\\.' },
    },
    ...backendRules,
    ...packageRules,
    ...commonRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '(\\.test\\.tsx?$|__testUtils__|__fixtures__|/dev/|node_modules|/dist/|\\.css$)',
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
