import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestFailure } from '../base/request-failure.ts';

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);
const gunzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip);

/** Below this size, packing costs more than it saves. */
const SMALLEST_BYTES = 1024;
const TOO_LARGE = { kind: 'tooLarge', message: 'Request too large' } as const;

/** Packs answers for those who accept it, and unpacks packed requests up to the route's body limit. */
export function registerCompression(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!(typeof payload === 'string' || Buffer.isBuffer(payload))) return payload;
    if (Buffer.byteLength(payload) < SMALLEST_BYTES || reply.hasHeader('content-encoding')) return payload;
    const encoding = acceptedEncoding(request);
    reply.header('vary', 'accept-encoding');
    if (encoding === undefined) return payload;
    const packed = await pack(encoding, Buffer.from(payload));
    reply.header('content-encoding', encoding).removeHeader('content-length');
    return packed;
  });

  app.addHook('preParsing', async (request, _reply, payload) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') return payload;
    if (encoding !== 'gzip') throw new RequestFailure({ kind: 'badRequest', message: 'Unknown encoding' });
    const limit = request.routeOptions.bodyLimit ?? app.initialConfig.bodyLimit ?? 0;
    const packed = await collect(payload, limit);
    const unpacked = await unpack(packed, limit);
    // Fastify compares the length that came over the line with the one announced.
    return Object.assign(Readable.from([unpacked]), { receivedEncodedLength: packed.length });
  });
}

function acceptedEncoding(request: FastifyRequest): 'br' | 'gzip' | undefined {
  const accepted = (request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !part.endsWith(';q=0'))
    .map((part) => part.split(';')[0]);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : undefined;
}

async function pack(encoding: 'br' | 'gzip', bytes: Buffer): Promise<Buffer> {
  if (encoding === 'gzip') return await gzip(bytes, { level: 4 });
  const params = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: 4,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return await brotli(bytes, { params });
}

async function collect(payload: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  // A body that is given up stays open: with it the connection would be destroyed before the refusal is on its way.
  for await (const chunk of payload.iterator({ destroyOnReturn: false })) {
    // The body of a request is a stream of buffers.
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > limit) throw new RequestFailure(TOO_LARGE);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function unpack(packed: Buffer, limit: number): Promise<Buffer> {
  try {
    return await gunzip(packed, { maxOutputLength: limit });
  } catch (error) {
    const isBomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new RequestFailure(isBomb ? TOO_LARGE : { kind: 'badRequest', message: 'Damaged gzip' });
  }
}
