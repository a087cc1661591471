import type { FastifyInstance } from 'fastify';
import { synchronise } from '../../domain/protocol/endpoints/register/register-endpoints.ts';
import type { SyncRequest } from '../../domain/protocol/endpoints/register/sync.ts';
import type { Authentication } from '../http/authentication.ts';
import { createPullGate } from '../http/gates/pull-gate.ts';
import { routeOf } from '../http/serve.ts';
import { valueOrFail } from '../base/request-failure.ts';
import type { IsLargePull } from '../register/pulls/is-large-pull.ts';
import { createPullTurns, LARGE_PULLS, SMALL_PULLS } from '../register/pulls/pull-turns.ts';
import type { Sync } from '../register/sync/sync.ts';

/**
 * `POST /api/sync`: one round trip of a device. Rows are taken at once; what is read waits for its turn, so that a bounded number of
 * answers is in memory. A device that is sent away after its rows were taken sends them again, and hears that they are known.
 */
export function syncRoute(
  app: FastifyInstance,
  authentication: Authentication,
  sync: Sync,
  isLarge: IsLargePull,
): void {
  const gate = createPullGate();
  const large = createPullTurns(LARGE_PULLS);
  const small = createPullTurns(SMALL_PULLS);
  app.route<{ Body: SyncRequest }>({
    // A record that cannot be kept is refused by itself: it must not hold up those that come with it.
    ...routeOf(synchronise, authentication, { recordsIn: ['next', 'assumed'] }),
    onSend: gate.onSend,
    async handler(request, reply) {
      const who = authentication.signedIn(request);
      const { body } = request;
      const beforePull = async () => {
        const turns = (await isLarge(who, body)) ? large : small;
        await gate.enter(request, reply, turns, who);
      };
      const answer = valueOrFail(await sync(who, body, beforePull));
      // Bytes pass the serializer untouched: the text was written with the documents as they are stored.
      return await reply.type('application/json; charset=utf-8').send(Buffer.from(answer));
    },
  });
}
