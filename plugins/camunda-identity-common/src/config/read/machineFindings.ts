import { finding, type Finding } from '../../checks';
import { isMachineContainer, machineName } from './components';
import type { ReadKey } from './readKeys';
import { Said } from './Said';
import type { Source, SourceForm } from './sources/Source';
import { unsetFindings } from './unsetFindings';

const CLIENT = 'connectors';

/** What a file says of one application of the team’s own. */
function settings(said: Said) {
  const first = (...names: string[]) =>
    names
      .map(name => said.property(CLIENT, name))
      .find(value => value !== undefined);
  return {
    clientId: first('camunda.client.auth.client-id', 'ZEEBE_CLIENT_ID'),
    audience: first(
      'camunda.client.auth.audience',
      'camunda.client.zeebe.audience',
      'ZEEBE_TOKEN_AUDIENCE',
    ),
    tokenScope: first(
      'camunda.client.auth.scope',
      'camunda.client.zeebe.scope',
      'ZEEBE_TOKEN_SCOPE',
    ),
  };
}

/**
 * Applications of the team's own in a file (workers, what calls an API): they are named, and judged by what the
 * client library needs, which Connectors have as well.
 */
export function machineFindings(
  keys: readonly ReadKey[],
  said: Said,
  sources: readonly Source[],
  form: SourceForm | undefined,
): Finding[] {
  const byContainer = new Map<string, ReadKey[]>();
  for (const key of keys) {
    if (!isMachineContainer(key.container)) continue;
    const known = byContainer.get(key.container);
    if (known) known.push(key);
    else byContainer.set(key.container, [key]);
  }
  return [...byContainer].flatMap(([container, own]): Finding[] => {
    const name = machineName(container);
    const as = own.map(key => ({ ...key, container: CLIENT }));
    const its = new Said(as, said.version, said.type, said.namedType);
    const { clientId, audience, tokenScope } = settings(its);
    return [
      finding(
        'config.machine-client',
        'info',
        { kind: 'record' },
        {
          message: `${name} (line ${
            own[0].line
          }) is an application of the team’s own${
            clientId ? ` with the client ID ${clientId}` : ''
          }: it calls Camunda with a token; a record has it under machineClients`,
          evidence: {
            name,
            ...(clientId ? { clientId } : {}),
            ...(audience ? { audience } : {}),
            ...(tokenScope ? { tokenScope } : {}),
            line: own[0].line,
          },
        },
      ),
      ...unsetFindings(as, its, sources, form).findings.map(entry => ({
        ...entry,
        subject: { kind: 'record' as const },
        message: entry.message
          .replace(`for ${CLIENT}:`, `for ${name}:`)
          .replace(/Connectors/g, name),
        evidence: { ...entry.evidence, container },
      })),
    ];
  });
}
