import { define } from './define';

export const CONFIG_FINDINGS = define(
  { group: 'file', reported: 'when-wrong' },
  [
    {
      code: 'config.endpoint-missing',
      title: 'Endpoint not known',
      severity: 'warn',
      explanation:
        'The configuration needs this endpoint, and it was neither entered nor discovered. A placeholder stands in its place.',
      remedy:
        'Run the checks, so that it is discovered, or enter it in the record.',
      source: 'Page, Helm values',
    },
    {
      code: 'config.secret-assumed',
      title: 'Name of a Secret assumed',
      severity: 'warn',
      explanation:
        'The record does not say in which Kubernetes Secret Camunda finds this secret. A name was assumed.',
      remedy:
        'Create a Secret with this name and key, or enter the reference in the record.',
      source: 'Page, Helm values',
    },
    {
      code: 'config.admin-user-missing',
      title: 'Administrator of the cluster by a mapping rule',
      severity: 'info',
      explanation:
        'The Orchestration Cluster names its first administrators by the username claim, and the record names none. The written configuration has a mapping rule instead: whoever has the initial claim is administrator of the cluster, too.',
      remedy: 'Enter adminUsers in the record to name them.',
      source: 'Chart 8.8, orchestration.security.initialization.defaultRoles',
    },
    {
      code: 'config.component-missing',
      title: 'Component missing',
      severity: 'info',
      explanation:
        'This version has a component that the record does not describe. It is left out of the configuration.',
      remedy: 'Add it to the record if the team runs it.',
      source: 'Page, "Steps"',
    },
    {
      code: 'config.client-id-awaited',
      title: 'Client ID awaited',
      severity: 'info',
      explanation:
        'The application has still to be created at the provider, or its client ID has not been entered in the record.',
      remedy: 'Create the application, and enter its client ID in the record.',
      source: 'Page, "Steps"',
    },
    {
      code: 'config.setup-one-audience',
      title: 'More than one audience',
      severity: 'warn',
      explanation:
        'The page asks for an audience of its own for each component, and this product’s authorization server puts the same one into every token.',
      remedy:
        'Give all components the same audience in the record, or one authorization server, that is issuer, to each component that has an issuer setting.',
      source: 'Okta, "Authorization servers"; page, "Steps"',
    },
    {
      code: 'config.value-missing',
      title: 'Value missing',
      severity: 'warn',
      explanation:
        'The configuration needs a value that the record does not have. A placeholder stands in its place.',
      remedy: 'Enter it in the record.',
      source: 'Page, "Steps"',
    },
    {
      code: 'config.literal-secret',
      title: 'A secret stands in the file',
      severity: 'warn',
      explanation:
        'This key holds the secret itself, not a reference. Whoever reads the file, its repository or the cluster’s ConfigMaps reads the secret. On charts up to 8.7 a text under existingSecret is the secret itself.',
      remedy:
        'Create a new secret at the provider, keep it in a Kubernetes Secret, and refer to that.',
      source: 'Page, Helm values; chart 8.7 templates/identity/configmap.yaml',
    },
    {
      code: 'config.unknown-key',
      title: 'Unknown key',
      severity: 'info',
      explanation:
        'The key looks as if it belonged to the OIDC set-up, but no form of this version has it.',
      remedy: 'Check its spelling and its place.',
      source: 'Chart values.yaml; Camunda docs, configuration variables',
    },
    {
      code: 'config.ignored-key',
      title: 'Key without effect',
      severity: 'warn',
      explanation:
        'The chart accepts the key and no template reads it: its value takes no effect, and nothing says so.',
      source: 'Chart templates of the version',
    },
    {
      code: 'config.refused-key',
      title: 'Key that the chart refuses',
      severity: 'fail',
      explanation: 'The installation stops with an error about this key.',
      source: 'Chart templates/common/constraints.tpl',
    },
    {
      code: 'config.key-meaning',
      title: 'Key that means something else',
      severity: 'warn',
      explanation:
        'The same line means another thing than in the chart before. The chart takes it without a word.',
      source: 'Chart 8.8 templates/common/_helpers.tpl',
    },
    {
      code: 'config.unquoted-claim',
      title: 'Claim that is read as something else',
      severity: 'warn',
      explanation:
        'The chart prints the initial claim without quotes into a manifest, which is read again: a number, a date, yes or a text with ": " is not the same text then.',
      remedy:
        'Put double quotes inside the value, as the written configuration does.',
      source: 'Chart 8.7 templates/identity/deployment.yaml',
    },
    {
      code: 'config.conflicting-values',
      title: 'Two values for one thing',
      severity: 'warn',
      explanation:
        'Two keys of the file stand for the same and hold different values.',
      remedy: 'Decide which one is right.',
      source: 'Page, Helm values and environment variables',
    },
    {
      code: 'config.placeholder',
      title: 'Placeholder left in the file',
      severity: 'warn',
      explanation:
        'The key still holds what the page, or the written configuration, has in the place of a value.',
      remedy: 'Enter the value, or take the key out.',
      source: 'Page, Helm values and environment variables',
    },
    {
      code: 'config.answer-capped',
      title: 'Answer shortened',
      severity: 'info',
      explanation:
        'At most 1,000 differences and 200 findings of a file are listed; the answer says how many there are beyond.',
      remedy: 'Mend what is listed and compare again.',
      source: 'Limit of this product',
    },
    {
      code: 'config.unset-key',
      title: 'Key that is missing',
      severity: 'warn',
      explanation:
        'The version needs the key for what the file switches on, and its default does not fit the provider.',
      remedy: 'Add the line, unless another file of the installation has it.',
      source:
        'Chart values.yaml and templates; Camunda docs, configuration pages',
    },
    {
      code: 'config.value-form',
      title: 'Value of the wrong form',
      severity: 'warn',
      explanation:
        'The value cannot be what the key is for: no address, an endpoint in the place of an issuer, a list in the place of a text.',
      source: 'Chart values.yaml; Camunda docs, configuration variables',
    },
    {
      code: 'config.callback-in-base-url',
      title: 'Callback path in a base URL',
      severity: 'warn',
      explanation:
        'The component appends its callback path to this address itself. With the path in it the redirect URI has the path twice, and the provider refuses it.',
      remedy: 'Write the base URL.',
      source: 'Chart templates; camunda-platform-helm issue 908',
    },
    {
      code: 'config.expression',
      title: 'Value that another tool fills in',
      severity: 'info',
      explanation:
        'The value is an expression of Helm, Argo CD, a secret store or the shell. What it will be is not known here, so it is neither judged nor compared.',
      source: 'Form of the value',
    },
    {
      code: 'config.old-key',
      title: 'Older name that is still read',
      severity: 'info',
      explanation:
        'The key has another name now. The old one still has an effect in this version; a later one may not read it.',
      source: 'Chart templates; Camunda docs, configuration variables',
    },
    {
      code: 'config.deprecated-key',
      title: 'Key that the next chart does not read',
      severity: 'info',
      explanation:
        'Chart 15 (8.10) still reads the key and prints a warning; chart 16 (8.11) does not have it. The property that takes its place belongs into orchestration.extraConfiguration.',
      source:
        'Chart 8.10 templates/common/constraints.tpl; Camunda docs 8.10, "Upgrade Helm"',
    },
    {
      code: 'config.key-together',
      title: 'Keys that do not go together',
      severity: 'warn',
      explanation:
        'Each of the keys is right by itself. Together one takes the effect of the other away.',
      source:
        'Chart templates/common/constraints.tpl, templates/common/_utilz.tpl',
    },
    {
      code: 'config.machine-client',
      title: 'Application of the team’s own',
      severity: 'info',
      explanation:
        'The container has the variables of Camunda’s client library and none of a component: a worker, or what calls an API. Its token lets it in; what it may do there is a matter of authorizations.',
      remedy:
        'Enter it in the record under machineClients, so that it is checked.',
      source:
        'Camunda docs, Camunda Spring Boot Starter configuration; Zeebe client variables',
    },
    {
      code: 'config.machine-client-elsewhere',
      title: 'Application that this form has no place for',
      severity: 'info',
      explanation:
        'An application of the team’s own is no part of Camunda’s installation: no chart has keys for it. It takes its client ID and secret as variables of its own container.',
      remedy: 'Write the form env for it.',
      source: 'Chart values.yaml',
    },
    {
      code: 'config.dollar-expanded',
      title: 'Value that is taken for a reference',
      severity: 'warn',
      explanation:
        'The chart puts the value into files that Spring reads and into variables that the kubelet expands; both take "${…}" or "$(…)" for a reference. In the forms env and application-yaml it is written so that it is not.',
      remedy: 'Use a value without a dollar sign before a bracket.',
      source:
        'Spring Framework, PropertyPlaceholderHelper; Kubernetes, "Define dependent environment variables"',
    },
    {
      code: 'config.nothing-recognised',
      title: 'Nothing recognised',
      severity: 'warn',
      explanation:
        'Nothing in the file belongs to Camunda’s sign-in in this version, so nothing could be judged. That is not the same as a file in order.',
      source: 'Chart values.yaml; Camunda docs, configuration variables',
    },
    {
      code: 'config.wrapped',
      title: 'Configuration inside another document',
      severity: 'info',
      explanation:
        'The values stand inside another document, such as a HelmRelease, an Argo CD Application, a ConfigMap or the values of a parent chart, and were read there.',
      source: 'Form of the file',
    },
    {
      code: 'config.other-form',
      title: 'Another form than it was given as',
      severity: 'info',
      explanation:
        'The file is of another form than was said; it was read as what it is.',
      source: 'Form of the file',
    },
    {
      code: 'config.other-version',
      title: 'Another version than it is held against',
      severity: 'warn',
      explanation:
        'The file names a chart or an image of another version of Camunda than the one that was asked for; keys and defaults differ between versions.',
      source: 'Versions of the charts and images',
    },
    {
      code: 'config.variables-elsewhere',
      title: 'More variables stand elsewhere',
      severity: 'info',
      explanation:
        'A container takes more variables from a ConfigMap, a Secret or a file that was not given.',
      remedy:
        'Give those files as well, or look there for what is missing here.',
      source: 'Kubernetes envFrom; Compose env_file; docker run --env-file',
    },
    {
      code: 'config.several-providers',
      title: 'Several providers',
      severity: 'info',
      explanation:
        'The Orchestration Cluster can have several providers side by side. A record describes one.',
      source: 'Camunda docs 8.8, "Connect to multiple identity providers"',
    },
    {
      code: 'config.provider-type',
      title: 'Another provider type',
      severity: 'info',
      explanation:
        'Management Identity knows the types KEYCLOAK, GENERIC and MICROSOFT; records describe the last two.',
      remedy: 'Set GENERIC, or MICROSOFT for Entra.',
      source: 'Camunda docs, configuration variables of Identity',
    },
    {
      code: 'config.preset-audience',
      title: 'Audience that Identity does not know',
      severity: 'warn',
      explanation:
        'Identity finds permissions by the audience of the token. The presets of its Docker image have audiences of their own.',
      source: 'camunda-docs issue 4662',
    },
    {
      code: 'config.beyond-record',
      title: 'Documented alternative',
      severity: 'info',
      explanation:
        'The file uses what Camunda documents beside the usual set-up, such as authentication by a private key, single endpoints or further key sets. Nothing is wrong with it; a comparison leaves it alone.',
      source: 'Camunda docs, "Special OIDC cases"',
    },
    {
      code: 'config.mapping-rules',
      title: 'Mapping rules in the file',
      severity: 'info',
      explanation:
        'Management Identity takes mapping rules from its configuration beside the initial claim.',
      source: 'Camunda docs, configuration variables of Identity',
    },
    {
      code: 'config.initial-claim-applied',
      title: 'Initial claim that has no effect any more',
      severity: 'info',
      explanation:
        'Identity takes the initial claim over at its first start only. A later change of the variable or key has no effect.',
      remedy:
        'Change it in Identity’s database, or give the person a role by a mapping rule (IDENTITY_MAPPINGRULES_*, or Identity’s own page).',
      source: 'Page, "Initial claim"; camunda-docs issues 4070, 4253',
    },
  ],
);
