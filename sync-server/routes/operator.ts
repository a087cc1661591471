import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { RequestFailure } from '../http-failures.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Storage } from '../storage/storage.ts';

const health = {
  type: 'object',
  properties: { status: { type: 'string' }, protocol: { type: 'integer' } },
  required: ['status', 'protocol'],
} as const;

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** `GET /health`, `/metrics` and `/openapi.json`: for those who run the server; nothing personal in any of them. */
export function operatorRoutes(
  app: FastifyInstance,
  storage: Storage,
  metrics: Metrics,
  metricsToken: string | undefined,
): void {
  app.get('/health', { schema: { response: { 200: health } } }, async () => {
    await storage.check();
    return { status: 'ok', protocol: PROTOCOL_VERSION };
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!maySeeMetrics(request, metricsToken))
      throw new RequestFailure({ kind: 'forbidden', message: 'From this machine, or with the token' });
    return await reply.type(metrics.contentType).send(await metrics.text());
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

function maySeeMetrics(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return LOOPBACK.has(request.ip);
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}
