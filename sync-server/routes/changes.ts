import type { FastifyInstance, FastifyReply } from 'fastify';
import { followChanges } from '../../domain/protocol/endpoints/register/register-endpoints.ts';
import type { Authentication } from '../http/authentication.ts';
import { routeOf } from '../http/serve.ts';
import type { ChangeHub } from '../register/changes/change-hub.ts';

/** A connection that has not taken so many bytes is too slow: it is cut, and asks again when it can. */
const LONGEST_BACKLOG_BYTES = 65_536;
const RECHECK_MS = 60_000;

/** `GET /api/changes`: server-sent events that tell a device to pull; they hold names of collections and nothing else. */
export function changesRoute(
  app: FastifyInstance,
  authentication: Authentication,
  hub: ChangeHub,
  heartbeatSeconds: number,
): void {
  const open = new Set<FastifyReply['raw']>();
  const heartbeat = setInterval(() => {
    for (const stream of open) write(stream, ':\n\n');
  }, heartbeatSeconds * 1000);
  const recheck = setInterval(() => {
    hub.recheck().catch((error: unknown) => {
      app.log.error({ err: error }, 'recheck of live connections failed');
    });
  }, RECHECK_MS);
  // Before the server waits for its connections to end: these would never do so by themselves.
  app.addHook('preClose', async () => {
    clearInterval(heartbeat);
    clearInterval(recheck);
    await hub.close();
  });

  app.route({
    ...routeOf(followChanges, authentication),
    handler(request, reply) {
      const { school, person, kind, pupil, session } = authentication.signedIn(request);
      const headers = {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      };
      reply.hijack();
      const stream = reply.raw;
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) stream.setHeader(name, value);
      stream.writeHead(200, headers);
      open.add(stream);
      const unsubscribe = hub.subscribe({
        school,
        person,
        kind,
        ...(pupil === undefined ? {} : { pupil }),
        session,
        send: (tick) => {
          write(stream, `data: ${JSON.stringify(tick)}\n\n`);
        },
        end: () => {
          stream.end();
        },
      });
      stream.on('close', () => {
        open.delete(stream);
        unsubscribe();
      });
      stream.on('error', () => stream.destroy());
      write(stream, ': connected\n\n');
    },
  });
}

function write(stream: FastifyReply['raw'], text: string): void {
  if (stream.writableEnded || stream.destroyed) return;
  stream.write(text);
  if (stream.writableLength > LONGEST_BACKLOG_BYTES) stream.destroy();
}
