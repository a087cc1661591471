import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { RequestFailure } from '../base/request-failure.ts';
import type { Metrics } from '../http/monitoring/metrics.ts';
import type { Storage } from '../storage/contract/storage.ts';

const health = {
  type: 'object',
  properties: { status: { type: 'string' }, protocol: { type: 'integer' } },
  required: ['status', 'protocol'],
} as const;

/** The same with another status, or a failure. */
const ailing = { type: 'object', additionalProperties: true } as const;

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/** What proxies write, whatever they are called: a request that carries one of these comes from elsewhere. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/** What the operators' routes work with. */
export interface OperatorParts {
  readonly storage: Pick<Storage, 'check'>;
  /** `ok`, or the status that monitors are told with a 503. */
  readonly dataState: () => string;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
}

/**
 * `GET /health`, `/metrics` and `/openapi.json`: for those who run the server; nothing personal in any of them. Health is 503 with a
 * status of its own where the database is damaged, or the history of a school does not fit its chain of hashes.
 */
export function operatorRoutes(
  app: FastifyInstance,
  { storage, dataState, metrics, metricsToken }: OperatorParts,
): void {
  app.get('/health', { schema: { response: { 200: health, 503: ailing } } }, async (_request, reply) => {
    await checkUnlessDamaged();
    const state = dataState();
    if (state !== 'ok') reply.code(503);
    return { status: state, protocol: PROTOCOL_VERSION };
  });

  async function checkUnlessDamaged(): Promise<void> {
    if (dataState() !== 'damaged') await storage.check();
  }
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!maySeeMetrics(request, metricsToken))
      throw new RequestFailure({ kind: 'forbidden', message: 'From this machine, or with the token' });
    return await reply.type(metrics.contentType).send(await metrics.text());
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

function maySeeMetrics(request: FastifyRequest, token: string | undefined): boolean {
  // The address of the connection itself: a proxy on this machine, trusted or not, brings requests from everywhere.
  if (token === undefined)
    return (
      LOOPBACK.has(request.socket.remoteAddress ?? '') &&
      FORWARDED.every((name) => request.headers[name] === undefined)
    );
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}
