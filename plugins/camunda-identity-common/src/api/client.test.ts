import { ApiError, CamundaIdentityClient } from './client';
import type { CheckEvent } from './types';

function clientWith(answer: (url: string, init: RequestInit) => Response) {
  const calls: Array<[string, RequestInit]> = [];
  const client = new CamundaIdentityClient({
    baseUrl: async () => 'https://portal/api/camunda-identity',
    fetch: async (url, init) => {
      calls.push([String(url), init ?? {}]);
      return answer(String(url), init ?? {});
    },
  });
  return { client, calls };
}

/** A body that arrives in pieces that ignore the borders of events and characters. */
function inPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let i = 0; i < bytes.length; i += size)
        controller.enqueue(bytes.slice(i, i + size));
      controller.close();
    },
  });
}

describe('client', () => {
  it('escapes what goes into a path and a query', async () => {
    const { client, calls } = clientWith(() => Response.json({ items: [] }));
    await client.getConnectionByName('a/../b');
    await client.listConnections({ q: 'a&b=c', limit: 5, cursor: undefined });
    expect(calls.map(([url]) => url)).toEqual([
      'https://portal/api/camunda-identity/v1/connections/by-name/a%2F..%2Fb',
      'https://portal/api/camunda-identity/v1/connections?q=a%26b%3Dc&limit=5',
    ]);
  });

  it("throws the API's own words", async () => {
    const { client } = clientWith(() =>
      Response.json(
        { error: { name: 'ConflictError', message: 'name: is taken' } },
        { status: 409 },
      ),
    );
    await expect(client.createConnection({} as never)).rejects.toMatchObject({
      status: 409,
      name: 'ConflictError',
      message: 'name: is taken',
    });
    const { client: broken } = clientWith(
      () => new Response('<html>', { status: 502 }),
    );
    await expect(broken.getConnection('x')).rejects.toThrow(ApiError);
  });

  it.each([1, 7, 4096])('reads a stream in pieces of %d bytes', async size => {
    const body = [
      'event: plan\ndata: {"codes":["jwks.document"]}\n\n',
      ': still running\n\n',
      'event: finding\ndata: {"code":"jwks.document","message":"ü"}\n\n',
      'event: report\ndata: {"status":"pass"}\n\n',
    ].join('');
    const { client } = clientWith(() => new Response(inPieces(body, size)));
    const events: CheckEvent[] = [];
    for await (const event of client.streamConnectionCheck('id'))
      events.push(event);
    expect(events).toEqual([
      { type: 'plan', codes: ['jwks.document'] },
      { type: 'finding', finding: { code: 'jwks.document', message: 'ü' } },
      { type: 'report', report: { status: 'pass' } },
    ]);
  });
});
