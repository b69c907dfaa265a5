import type {
  Connection,
  Finding,
  ReportStatus,
} from 'backstage-plugin-camunda-identity-common/client';

/** Who talks to whom, over which address, and what is known of it. */
export interface Arrow {
  from: 'browser' | 'component';
  to: 'component' | 'provider';
  /** Title of the component, where one is involved. */
  component?: string;
  /** What for: a key of the texts. */
  purpose: 'opens' | 'signIn' | 'tokens';
  address: string;
  status: ReportStatus;
}

function worst(findings: readonly Finding[]): ReportStatus {
  for (const result of ['fail', 'warn', 'pass'] as const)
    if (findings.some(finding => finding.result === result)) return result;
  return 'unknown';
}

/** Applications of one component together; those without an address of their own by their own title. */
function componentsOf(connection: Connection) {
  const found = new Map<
    string,
    { title: string; url?: string; keys: string[] }
  >();
  for (const client of connection.clients) {
    const [key] = client.key.split('.');
    const id = key === 'machine' ? client.key : key;
    const { url } = (connection.components[key as never] ?? {}) as {
      url?: string;
    };
    const known = found.get(id);
    if (known) known.keys.push(client.key);
    else
      found.set(id, {
        title: client.title.replace(/ (UI|API)$/, ''),
        url,
        keys: [client.key],
      });
  }
  return [...found.values()];
}

/**
 * The arrows of a connection: browser to components, browser to provider, components to provider.
 *
 * @param findings - what is known of the record
 */
export function arrowsOf(
  connection: Connection,
  findings: readonly Finding[],
): Arrow[] {
  const { providerSummary: provider, discovered } = connection;
  const ofProvider = findings.filter(
    ({ subject }) => subject.kind === 'provider',
  );
  const components = componentsOf(connection);
  const isTransport = ({ code }: Finding) =>
    /^(transport|discovery|jwks)\./.test(code);
  const backend = ofProvider.filter(
    ({ code }) => code === 'discovery.backend-issuer',
  );
  const ownBackend = provider.issuerBackendUrl !== provider.issuer;
  return [
    ...components.flatMap(({ title, url, keys }): Arrow[] =>
      url
        ? [
            {
              from: 'browser',
              to: 'component',
              component: title,
              purpose: 'opens',
              address: url,
              status: worst(
                findings.filter(
                  ({ code, subject }) =>
                    keys.includes(subject.client ?? '') &&
                    /^(running|client\.redirect-uri)/.test(code),
                ),
              ),
            },
          ]
        : [],
    ),
    {
      from: 'browser',
      to: 'provider',
      purpose: 'signIn',
      address: discovered?.authUrl ?? provider.issuer,
      status: worst(ofProvider.filter(isTransport)),
    },
    {
      from: 'component',
      to: 'provider',
      purpose: 'tokens',
      address: provider.issuerBackendUrl || provider.issuer,
      status: ownBackend
        ? worst(backend)
        : worst(ofProvider.filter(isTransport)),
    },
  ];
}
