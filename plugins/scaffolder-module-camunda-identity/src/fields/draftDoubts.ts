import {
  CAMUNDA_VERSIONS,
  type CamundaVersion,
} from 'backstage-plugin-camunda-identity-common/facts';
import {
  componentsSchema,
  componentsWithoutEmpty,
  createProviderSchema,
  initialClaimSchema,
  readInput,
  withoutEmpty,
} from 'backstage-plugin-camunda-identity-common/schema';
import {
  findDoubts,
  NO_DOUBTS,
  type DoubtsByPath,
} from 'backstage-plugin-camunda-identity-react/forms';

/** The parameters of a template that make a record. */
export interface DraftRecord {
  camundaVersion?: unknown;
  provider?: unknown;
  components?: unknown;
  initialClaim?: unknown;
}

function versionOf({ camundaVersion }: DraftRecord) {
  return CAMUNDA_VERSIONS.find(
    (entry: CamundaVersion) => entry === camundaVersion,
  );
}

/** What is doubtful about what was entered so far; as long as a part of it is refused, nothing. */
export function doubtsOfDraft(draft: DraftRecord): DoubtsByPath {
  const camundaVersion = versionOf(draft);
  const provider = readInput(
    createProviderSchema(),
    withoutEmpty(draft.provider ?? {}),
  );
  const components = readInput(
    componentsSchema,
    componentsWithoutEmpty(draft.components ?? {}),
  );
  if (!camundaVersion || !provider.success || !components.success)
    return NO_DOUBTS;
  const claim = readInput(
    initialClaimSchema,
    withoutEmpty(draft.initialClaim ?? {}),
  );
  const doubts = findDoubts({
    camundaVersion,
    provider: provider.data,
    components: components.data,
    initialClaim: claim.success ? claim.data : undefined,
  });
  // Client IDs may follow: what stands in their place is our own suggestion.
  return new Map(
    [...doubts].map(([path, findings]) => [
      path,
      path.endsWith('.clientId')
        ? findings.filter(({ code }) => code !== 'record.placeholder')
        : findings,
    ]),
  );
}
