import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { GuardedRequestError } from './errors';

/** What a request may say in Accept-Encoding. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

const DECODERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The chunks of `body`; throws beyond `maxBytes`. */
async function* limited(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  origin: string,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new GuardedRequestError(
        'transport.too-large',
        `The answer of ${origin} is larger than ${Math.round(
          maxBytes / 1024,
        )} KiB`,
      );
    yield chunk;
  }
}

/**
 * The decoded body. Stacked codings only ever serve as a decompression bomb and are refused.
 *
 * @throws GuardedRequestError for a coding that was not asked for
 */
function decoded(
  body: Readable,
  encoding: string,
  maxBytes: number,
  origin: string,
): AsyncIterable<Uint8Array> {
  const coding = encoding.trim().toLowerCase();
  if (coding === '' || coding === 'identity') return body;
  const decoder = DECODERS[coding]?.();
  if (!decoder)
    throw new GuardedRequestError(
      'transport.broken-answer',
      `${origin} sends an answer in a coding that was not asked for`,
    );
  // The input is limited too, since it can be endless and decompress to nothing. The error reaches the reader
  // of the stream.
  pipeline(limited(body, maxBytes, origin), decoder, () => {});
  return decoder;
}

/**
 * Reads a body up to a limit, counted before and after decompression, and drops the connection if there is
 * more.
 *
 * @param encoding - the answer's Content-Encoding
 * @throws GuardedRequestError with `transport.too-large`
 */
export async function readLimited(
  body: Readable,
  encoding: string,
  maxBytes: number,
  origin: string,
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const source = decoded(body, encoding, maxBytes, origin);
  for await (const chunk of limited(source, maxBytes, origin))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
