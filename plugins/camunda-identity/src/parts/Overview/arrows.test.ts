import {
  describeClients,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import { fullConnection } from '../../__testUtils__/fullConnection';
import { arrowsOf, linesOf } from './arrows';

const component = (id: string) => ({
  url: `https://${id}.example.com`,
  clientId: id,
  audience: id,
});
const BASE = fullConnection();
const COMPONENTS = {
  ...BASE.components,
  operate: component('operate'),
  optimize: component('optimize'),
  webModeler: {
    url: 'https://modeler.example.com',
    ui: { clientId: 'modeler' },
    api: { clientId: 'modeler-api', audience: 'modeler-api' },
  },
  connectors: { mode: 'inbound' as const, clientId: 'connectors' },
};
const CONNECTION = fullConnection({
  components: COMPONENTS,
  clients: describeClients({ ...BASE, components: COMPONENTS }),
});

function finding(
  code: string,
  result: Finding['result'],
  client?: string,
): Finding {
  return {
    code,
    result,
    subject: client
      ? { kind: 'client', client: client as never }
      : { kind: 'provider' },
    title: code,
    message: code,
  };
}
const REACHED = finding('discovery.document', 'pass');

function asking(findings: Finding[]) {
  return Object.fromEntries(
    arrowsOf(CONNECTION, findings)
      .filter(({ purpose }) => purpose === 'tokens')
      .map(arrow => [arrow.component, arrow.status]),
  );
}

describe('who talks to whom', () => {
  it('has every component, those that no browser opens too', () => {
    const arrows = arrowsOf(CONNECTION, []);
    const opened = arrows.flatMap(arrow =>
      arrow.purpose === 'opens' ? [arrow.component] : [],
    );
    expect(Object.keys(asking([]))).toEqual(
      expect.arrayContaining(['Zeebe', 'Connectors', 'Web Modeler']),
    );
    expect(opened).not.toContain('Zeebe');
    expect(opened).toContain('Web Modeler');
  });

  it('says no more of a component than what was looked at', () => {
    const known = asking([REACHED]);
    expect(known.Operate).toBe('pass');
    // It does nothing there but send its secret.
    expect(known.Connectors).toBe('unknown');
    expect(
      asking([REACHED, finding('client.secret', 'pass', 'connectors')])
        .Connectors,
    ).toBe('pass');
  });

  it('tells one component’s trouble from another’s', () => {
    const known = asking([
      REACHED,
      finding('client.secret', 'fail', 'operate'),
    ]);
    expect(known.Operate).toBe('fail');
    expect(known.Optimize).toBe('pass');
    const lines = linesOf(
      arrowsOf(CONNECTION, [
        REACHED,
        finding('client.secret', 'fail', 'operate'),
      ]),
    ).filter(({ purpose }) => purpose === 'tokens');
    expect(lines.map(({ status }) => status).sort()).toEqual([
      'fail',
      'pass',
      'unknown',
    ]);
    expect(lines.find(({ status }) => status === 'fail')!.components).toEqual([
      'Operate',
    ]);
  });
});
