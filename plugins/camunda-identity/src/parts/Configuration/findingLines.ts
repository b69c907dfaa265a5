import type { Finding } from 'backstage-plugin-camunda-identity-common/client';
import type { CamundaVersion } from 'backstage-plugin-camunda-identity-common/facts';
import { mendingPlace } from 'backstage-plugin-camunda-identity-react';
import { queryOf, type ConfigForm } from './forms';

/** A line of a written file. */
export interface FileLine {
  /** Of the file. */
  path: string;
  /** From 1. */
  line: number;
}

/** Where the record says what a finding is about; undefined where it says nothing of it. */
function memberOf(finding: Finding): string | undefined {
  const { client } = finding.subject;
  if (client && /secret/.test(finding.code))
    return `components.${client}.secret`;
  const place = mendingPlace(finding);
  return place?.kind === 'field' ? place.path : undefined;
}

/**
 * The lines of written files that findings are about, as the reader of configuration finds them: it says
 * of each member of a record where it stands. What a file does not say has no line.
 *
 * @returns by finding
 */
export async function findingLines(
  files: ReadonlyArray<{ path: string; content: string }>,
  findings: readonly Finding[],
  form: ConfigForm,
  camundaVersion: CamundaVersion,
): Promise<Map<Finding, FileLine[]>> {
  const [{ readConfig, UnreadableConfigError }, { DEFAULT_PROVIDER_CONTEXT }] =
    await Promise.all([
      import('backstage-plugin-camunda-identity-common/config'),
      import('backstage-plugin-camunda-identity-common/schema'),
    ]);
  const lines = new Map<Finding, FileLine[]>();
  for (const { path, content } of files) {
    try {
      const { format } = queryOf(form);
      const { sources } = readConfig(
        { format, content, camundaVersion },
        DEFAULT_PROVIDER_CONTEXT,
      );
      for (const finding of findings) {
        const member = memberOf(finding);
        const found = Object.entries(sources)
          .filter(
            ([key]) =>
              member && (key === member || key.startsWith(`${member}.`)),
          )
          .map(([, { line }]) => line);
        for (const line of new Set(found))
          lines.set(finding, [...(lines.get(finding) ?? []), { path, line }]);
      }
    } catch (error) {
      // A file that is only read by people, such as a list of commands, has no members.
      if (!(error instanceof UnreadableConfigError)) throw error;
    }
  }
  return lines;
}
