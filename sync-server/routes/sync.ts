import type { FastifyInstance } from 'fastify';
import { failureSchema } from '../../domain/protocol/failure.ts';
import { syncAnswerSchema, syncRequestSchema, type SyncRequest } from '../../domain/protocol/sync.ts';
import type { Authentication } from '../http/authentication.ts';
import { valueOrFail } from '../http-failures.ts';
import type { Sync } from '../services/sync/sync.ts';

/** `POST /api/sync`: one round trip of a device. */
export function syncRoute(app: FastifyInstance, authentication: Authentication, sync: Sync): void {
  app.route<{ Body: SyncRequest }>({
    method: 'POST',
    url: '/api/sync',
    schema: { body: syncRequestSchema, response: { 200: syncAnswerSchema, default: failureSchema } },
    // A record that cannot be kept is refused by itself: it must not hold up those that come with it.
    config: { recordsIn: ['next', 'assumed'] },
    onRequest: authentication.require,
    async handler(request, reply) {
      const answer = valueOrFail(await sync(authentication.signedIn(request), request.body));
      // Bytes pass the serializer untouched: the text was written with the documents as they are stored.
      return await reply.type('application/json; charset=utf-8').send(Buffer.from(answer));
    },
  });
}
