/** Where and as whom a client calls. */
export interface Target {
  /** Of the plugin, without a slash at its end. */
  baseUrl: string;
  authorization: string;
  /** Issuer of a provider that answers. */
  issuer: string;
}

/** What a client of the API observed, each value taken from a typed answer. */
export interface Outcome {
  created: string;
  listed: string[];
  /** Client ID of Identity in the record that was read. */
  clientId: string;
  /** Audience of Zeebe after the components that were read were sent back in a patch. */
  audience: string | undefined;
  stale: { status: number; name: string };
  check: { status: string; codes: string[] };
  kept: string | undefined;
  missing: { status: number; name: string; message: string };
  refused: { status: number; message: string };
}

/** A new record, the same for all clients except for its name. */
export const newConnection = (name: string, issuer: string) => ({
  name,
  entityRef: 'system:default/payments-camunda',
  camundaVersion: '8.7' as const,
  provider: { type: 'GENERIC' as const, issuer },
  components: {
    identity: {
      url: 'https://identity.example.com',
      clientId: 'camunda-identity',
      audience: 'identity-api',
      secret: { kubernetesSecret: { name: 'camunda-oidc', key: 'secret' } },
    },
    zeebe: { clientId: 'camunda-zeebe', audience: 'zeebe-api' },
  },
  initialClaim: { value: '7f3c1d52-1111-4222-8333-944455556666' },
});
