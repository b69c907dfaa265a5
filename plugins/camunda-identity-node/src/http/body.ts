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

/** Chunks of `body`; more than `maxBytes` of them are an error. */
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
 * The decoded body. Codings on top of each other are nothing but a bomb and are refused.
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
  // What comes in is limited too: compressed nothing can be endless. The error reaches whoever reads.
  pipeline(limited(body, maxBytes, origin), decoder, () => {});
  return decoder;
}

/**
 * Reads a body up to a limit, counted before and after decompression, and lets go of the connection when
 * there is more.
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
