import { GuardedRequestError } from './errors';

/**
 * Reads a body up to a limit, counted after decompression, and lets go of the connection when there is
 * more.
 *
 * @throws GuardedRequestError with `transport.too-large`
 */
export async function readLimited(
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
  origin: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new GuardedRequestError(
        'transport.too-large',
        `The answer of ${origin} is larger than ${Math.round(
          maxBytes / 1024,
        )} KiB`,
      );
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
