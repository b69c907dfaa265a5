import { CAMUNDA_VERSIONS, type CamundaVersion } from '../versions';

/** Major version of the chart for the first of {@link CAMUNDA_VERSIONS}; each minor version of Camunda has the next one. */
const FIRST_MAJOR = 10;

/**
 * Camunda's version that a version of its chart installs.
 *
 * @param chartVersion - a version or a range: `13.0.0`, `^13.1`, `13.x`
 * @returns undefined for a chart that is not described, or where the text is no version
 * @see charts/README: camunda-platform 10 is 8.5, 11 is 8.6, …, 15 is 8.10
 */
export function camundaVersionOfChart(
  chartVersion: string,
): CamundaVersion | undefined {
  const major = /^[\s^~=v>]*(\d{1,4})(\.|$)/.exec(chartVersion)?.[1];
  return major === undefined
    ? undefined
    : CAMUNDA_VERSIONS[Number(major) - FIRST_MAJOR];
}
