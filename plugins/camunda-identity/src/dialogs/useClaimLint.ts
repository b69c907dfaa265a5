import type {
  Connection,
  Finding,
} from 'backstage-plugin-camunda-identity-common/client';
import { useEffect, useState } from 'react';

/** What the lint rules say of a claim that is being typed; the rules are loaded when they are asked. */
export function useClaimLint(
  connection: Connection,
  claim: { name: string; value: string },
): Finding[] {
  const [doubts, setDoubts] = useState<Finding[]>([]);
  const { name, value } = claim;
  useEffect(() => {
    let current = true;
    if (name && value)
      import('backstage-plugin-camunda-identity-common/schema').then(
        ({ lintRecord, MICROSOFT_CLOUDS }) => {
          if (!current) return;
          const findings = lintRecord(
            { ...connection, initialClaim: { name, value } },
            { clouds: MICROSOFT_CLOUDS },
            { insecureAllowed: true, now: new Date() },
          );
          setDoubts(
            findings.filter(({ code }) =>
              code.startsWith('record.initial-claim'),
            ),
          );
        },
        // Without the rules the form works as well; the backend lints in any case.
        () => {},
      );
    else setDoubts([]);
    return () => {
      current = false;
    };
  }, [connection, name, value]);
  return doubts;
}
