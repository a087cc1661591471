import type { FastifyInstance } from 'fastify';
import { handOver } from '../../domain/protocol/endpoints/session/session-endpoints.ts';
import type { HandOverRequest } from '../../domain/protocol/endpoints/session/hand-over.ts';
import type { Authentication } from '../http/authentication.ts';
import { countedAddress } from '../http/client-address.ts';
import { routeOf } from '../http/serve.ts';
import { valueOrFail } from '../base/request-failure.ts';
import type { ReceiveHandOver } from '../office/hand-over/receive.ts';

/** What the device of a blocked account still holds: for its main process. */
export function handOverRoute(
  app: FastifyInstance,
  authentication: Authentication,
  receive: ReceiveHandOver,
): void {
  app.route<{ Body: HandOverRequest }>({
    // Each entry is judged by itself: one that cannot be kept must not hold up the others.
    ...routeOf(handOver, authentication, { recordsIn: ['record', 'assumed'] }),
    async handler(request, reply) {
      reply.header('cache-control', 'no-store');
      return valueOrFail(await receive(request.body, countedAddress(request)));
    },
  });
}
