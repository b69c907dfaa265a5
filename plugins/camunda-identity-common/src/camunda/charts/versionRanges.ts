import { CAMUNDA_VERSIONS, type CamundaVersion } from '../versions';

/**
 * True where a version lies in one of the ranges of a data row: `8.5-8.7`, `8.8-` (to the newest and beyond),
 * several with commas.
 */
export function inRanges(ranges: string, version: CamundaVersion): boolean {
  const at = CAMUNDA_VERSIONS.indexOf(version);
  return ranges.split(',').some(range => {
    const [from, to] = range.split('-') as CamundaVersion[];
    return (
      CAMUNDA_VERSIONS.indexOf(from) <= at &&
      (!to || CAMUNDA_VERSIONS.indexOf(to) >= at)
    );
  });
}

/** `8.5-8.7` or `8.8-` in words. */
export function rangesInWords(ranges: string): string {
  return ranges
    .split(',')
    .map(range => {
      const [from, to] = range.split('-');
      if (!to) return `${from} and later`;
      return from === to ? from : `${from} to ${to}`;
    })
    .join(', ');
}
