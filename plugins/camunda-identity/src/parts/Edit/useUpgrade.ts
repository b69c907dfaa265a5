import { useApi } from '@backstage/frontend-plugin-api';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import type { UpgradeProposal } from 'backstage-plugin-camunda-identity-common/config';
import {
  CAMUNDA_VERSIONS,
  type CamundaVersion,
} from 'backstage-plugin-camunda-identity-common/facts';
import { camundaIdentityApiRef } from 'backstage-plugin-camunda-identity-react';
import { useEffect, useState } from 'react';

/** What the API proposes for a later version of Camunda. */
export interface ProposedUpgrade {
  to: CamundaVersion;
  proposal?: UpgradeProposal;
  error?: Error;
}

/**
 * The record for a later version, as the API proposes it.
 *
 * @param wanted - the version; what is none, or not later, is no upgrade
 * @param onProposal - is told once
 */
export function useUpgrade(
  base: Connection,
  wanted: string | undefined,
  onProposal: (record: UpgradeProposal['record']) => void,
): ProposedUpgrade | undefined {
  const api = useApi(camundaIdentityApiRef);
  const [answer, setAnswer] = useState<Omit<ProposedUpgrade, 'to'>>({});
  const to = CAMUNDA_VERSIONS.slice(
    CAMUNDA_VERSIONS.indexOf(base.camundaVersion) + 1,
  ).find(entry => entry === wanted);
  useEffect(() => {
    if (!to) return undefined;
    let current = true;
    api.upgradeConnection(base.id, { to }).then(
      proposal => {
        if (!current) return;
        setAnswer({ proposal });
        onProposal(proposal.record);
      },
      (error: Error) => {
        if (current) setAnswer({ error });
      },
    );
    return () => {
      current = false;
    };
    // What a proposal does to the form is said once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, base.id, to]);
  return to && { to, ...answer };
}
