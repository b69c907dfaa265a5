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

const BADNESS: readonly ReportStatus[] = ['pass', 'unknown', 'warn', 'fail'];

function worse(a: ReportStatus, b: ReportStatus): ReportStatus {
  return BADNESS.indexOf(a) > BADNESS.indexOf(b) ? a : b;
}

interface Component {
  title: string;
  /** Absent where no browser opens it, as Zeebe and Connectors. */
  url?: string;
  keys: string[];
  /** It does nothing at the provider but ask for tokens with its own secret. */
  machine: boolean;
}

/** Applications of one component together; those without an address of their own by their own title. */
function componentsOf(connection: Connection): Component[] {
  const found = new Map<string, Component>();
  for (const client of connection.clients) {
    const [key] = client.key.split('.');
    const id = key === 'machine' ? client.key : key;
    const { url } = (connection.components[key as never] ?? {}) as {
      url?: string;
    };
    const machine =
      client.grantTypes.length > 0 &&
      client.grantTypes.every(type => type === 'client_credentials');
    const known = found.get(id);
    if (known) {
      known.keys.push(client.key);
      known.machine &&= machine;
    } else
      found.set(id, {
        title: client.title.replace(/ (UI|API)$/, ''),
        url,
        keys: [client.key],
        machine,
      });
  }
  return [...found.values()];
}

const isTransport = ({ code }: Finding) =>
  /^(transport|discovery|jwks)\./.test(code);
const isRedirect = ({ code }: Finding) =>
  /^(running|client\.redirect-uri)/.test(code);

/**
 * The arrows of a connection: browser to components, browser to provider, each component to the provider.
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
  const reached =
    provider.issuerBackendUrl === provider.issuer
      ? worst(ofProvider.filter(isTransport))
      : worst(
          ofProvider.filter(({ code }) => code === 'discovery.backend-issuer'),
        );
  const components = componentsOf(connection);
  const of = ({ keys }: Component) =>
    findings.filter(({ subject }) => keys.includes(subject.client ?? ''));
  return [
    ...components.flatMap((component): Arrow[] =>
      component.url
        ? [
            {
              from: 'browser',
              to: 'component',
              component: component.title,
              purpose: 'opens',
              address: component.url,
              status: worst(of(component).filter(isRedirect)),
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
    ...components.map((component): Arrow => {
      const own = worst(of(component).filter(entry => !isRedirect(entry)));
      return {
        from: 'component',
        to: 'provider',
        component: component.title,
        purpose: 'tokens',
        address: provider.issuerBackendUrl || provider.issuer,
        // What only asks for tokens is no better known than its secret.
        status:
          reached === 'pass' && !component.machine && own === 'unknown'
            ? reached
            : worse(reached, own),
      };
    }),
  ];
}

/** A line of the list: components that ask at one address, and of which the same is known, are one. */
export interface ArrowLine extends Omit<Arrow, 'component'> {
  components: string[];
}

/** The arrows as a list says them. */
export function linesOf(arrows: readonly Arrow[]): ArrowLine[] {
  const lines: ArrowLine[] = [];
  for (const { component, ...arrow } of arrows) {
    const same = lines.find(
      line =>
        arrow.purpose === 'tokens' &&
        line.purpose === arrow.purpose &&
        line.address === arrow.address &&
        line.status === arrow.status,
    );
    if (same) same.components.push(component!);
    else lines.push({ ...arrow, components: component ? [component] : [] });
  }
  return lines;
}
