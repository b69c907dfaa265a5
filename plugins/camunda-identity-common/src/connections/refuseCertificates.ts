import type { z } from 'zod';
import {
  clientsOf,
  machineClientFacts,
  takesCertificate,
  type CamundaVersion,
  type ClientFacts,
  type ProviderType,
} from '../camunda';
import type { MachineClient } from './machineClients';

interface Proof {
  secret?: unknown;
  certificate?: unknown;
}

/** Why an application cannot prove itself as the record says. */
function problem(
  facts: ClientFacts,
  { secret, certificate }: Proof,
  version: CamundaVersion,
  type: ProviderType,
): string | undefined {
  if (certificate === undefined) return undefined;
  if (secret !== undefined) return 'give either a secret or a certificate';
  if (takesCertificate(facts, version, type)) return undefined;
  return `${
    facts.title
  } of Camunda ${version} signs in with a secret, not with a certificate${
    facts.certificate?.providerType && facts.certificate.providerType !== type
      ? `; that is for the provider type ${facts.certificate.providerType}`
      : ''
  }`;
}

/** Refuses a certificate where no Camunda of that version can use it, or beside a secret. */
export function refuseCertificates(
  record: {
    camundaVersion: CamundaVersion;
    provider: { type: ProviderType };
    components: object;
    machineClients?: readonly MachineClient[];
  },
  ctx: z.RefinementCtx,
) {
  const { camundaVersion, provider } = record;
  const components = record.components as Record<string, Proof | undefined>;
  const refuse = (
    facts: ClientFacts,
    proof: Proof | undefined,
    path: PropertyKey[],
  ) => {
    const message =
      proof && problem(facts, proof, camundaVersion, provider.type);
    if (message)
      ctx.addIssue({
        code: 'custom',
        path: [...path, 'certificate'],
        message,
      });
  };
  for (const facts of clientsOf(camundaVersion))
    refuse(facts, components[facts.key], ['components', facts.key]);
  record.machineClients?.forEach((client, index) =>
    refuse(machineClientFacts(client.name), client, ['machineClients', index]),
  );
}
