import { since, until, versionsBetween, type CamundaVersion } from './versions';

/**
 * True from 8.8 on: Zeebe, Operate and Tasklist are one Orchestration Cluster with an OIDC configuration
 * of its own.
 *
 * @public
 */
export function hasOrchestrationCluster(version: CamundaVersion): boolean {
  return since('8.8').includes(version);
}

/**
 * True from 8.10 on: Camunda Hub takes the place of Web Modeler and Console.
 *
 * @public
 */
export function hasHub(version: CamundaVersion): boolean {
  return since('8.10').includes(version);
}

/** From 8.9 on Web Modeler has no webapp container any more; restapi takes the UI's client ID. */
export function hasOneWebModelerContainer(version: CamundaVersion): boolean {
  return since('8.9').includes(version);
}

/** Web Modeler can ask for tokens for the cluster itself (page of 8.6 and 8.7, row "Web Modeler"). */
export function hasWebModelerClusterTokens(version: CamundaVersion): boolean {
  return versionsBetween('8.6', '8.7').includes(version);
}

/** True where workers and Connectors take the variables of the Camunda client, not yet those of Zeebe's. */
export function hasCamundaClient(version: CamundaVersion): boolean {
  return since('8.7').includes(version);
}

/** From 8.9 on the Camunda client finds the token endpoint through the issuer; in 8.8 it has to be told. */
export function findsTokenEndpoint(version: CamundaVersion): boolean {
  return since('8.9').includes(version);
}

/** The page of 8.6 lists a scope for Connectors' calls of Operate; no chart before 8.7 reads it. */
export function hasOperateScopeOutsideChart(version: CamundaVersion): boolean {
  return versionsBetween('8.6', '8.6').includes(version);
}

/** Only the chart of 8.7 gives Connectors the scope of their calls of Operate. */
export function hasOperateScopeInChart(version: CamundaVersion): boolean {
  return versionsBetween('8.7', '8.7').includes(version);
}

/** From 8.10 on Optimize has the cluster's OIDC configuration instead of one of its own. */
export function hasClusterStyleOptimize(version: CamundaVersion): boolean {
  return since('8.10').includes(version);
}

/**
 * From 8.9 on the cluster asks the UserInfo endpoint, and Entra's refuses the cluster's own token.
 *
 * @public
 */
export function asksUserInfo(version: CamundaVersion): boolean {
  return since('8.9').includes(version);
}

/** Before 8.9.22 a UserInfo that is refused ends the sign-in; later ones go on with the ID token. */
export function mayFailOnUserInfo(version: CamundaVersion): boolean {
  return version === '8.9';
}

/** From 8.10 on Camunda's Helm guide wants room for Entra's large tokens in the header. */
export function needsLargeHeaders(version: CamundaVersion): boolean {
  return since('8.10').includes(version);
}

/** From 8.9 on the chart does not render without a secondary storage. */
export function needsSecondaryStorage(version: CamundaVersion): boolean {
  return since('8.9').includes(version);
}

/** From 8.10 on the chart warns of keys that `orchestration.extraConfiguration` is to replace. */
export function warnsOfClusterKeys(version: CamundaVersion): boolean {
  return since('8.10').includes(version);
}

/** In 8.8 what the old section of the values file says beats the new one. */
export function prefersOldSections(version: CamundaVersion): boolean {
  return versionsBetween('8.8', '8.8').includes(version);
}

/** Up to 8.7 `existingSecret` in the old form is the secret itself. */
export function hasLiteralExistingSecret(version: CamundaVersion): boolean {
  return until('8.7').includes(version);
}

/**
 * From 8.10 on a cluster starts without its provider and looks for it later.
 *
 * @public
 */
export function startsWithoutProvider(version: CamundaVersion): boolean {
  return since('8.10').includes(version);
}

/** `extraConfiguration` is a list of files that are imported; up to 8.8 it is a map, and nothing imports them. */
export function importsExtraConfiguration(version: CamundaVersion): boolean {
  return since('8.9').includes(version);
}
