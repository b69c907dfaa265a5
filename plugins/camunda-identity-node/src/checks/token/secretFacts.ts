import type {
  CamundaVersion,
  FindingSubject,
  ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import type { Candidate } from './candidates';
import type { Controls } from './controls';

/** What findings about a secret are made of. */
export interface SecretFacts {
  candidate: Candidate;
  subject: FindingSubject;
  version: CamundaVersion;
  controls: Controls;
  profile: ProviderProfile;
  durationMs: number;
}
