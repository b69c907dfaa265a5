import type { Finding, FindingCause } from '../types';

/** Members of a discovery document that Camunda cannot do without. */
const NEEDED_MEMBERS: readonly string[] = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
];

const membersOf = ({ evidence }: Finding): readonly string[] =>
  Array.isArray(evidence?.members) ? evidence.members : [];

/** Where the cause is about a member of the document. */
export function namesMember(member: string): FindingCause['when'] {
  return (_, cause) => membersOf(cause).includes(member);
}

/** Where the effect is about nothing but members that have to be there. */
export const onlyNeededMembers: FindingCause['when'] = effect =>
  membersOf(effect).every(name => NEEDED_MEMBERS.includes(name));

/** Where the check itself says that it follows from something. */
export const saidToFollow: FindingCause['when'] = effect =>
  effect.causedBy !== undefined;

/** Where the provider does not know the client at all. */
export const aboutTheClient: FindingCause['when'] = (_, cause) =>
  cause.evidence?.about === 'client';

/** Where a component takes itself for an address with plain http. */
export const ofTheScheme: FindingCause['when'] = effect =>
  effect.evidence?.differs === 'scheme';
