import type {
  CamundaVersion,
  FindingSubject,
  ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import type { Candidate } from './candidates';
import type { Controls } from './controls';

/** The facts from which findings about a secret are made. */
export interface SecretFacts {
  candidate: Candidate;
  subject: FindingSubject;
  version: CamundaVersion;
  controls: Controls;
  profile: ProviderProfile;
  durationMs: number;
}
