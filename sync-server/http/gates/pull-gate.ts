import { finished } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestFailure } from '../../base/request-failure.ts';
import type { PullTurns, Turn, TurnOwner } from '../../register/pulls/pull-turns.ts';

/** Lets requests wait for the turn of their answer, and ends the turn when the answer has left or its connection is gone. */
export interface PullGate {
  /** Waits; fails with `unavailable` and when to come back. */
  enter(request: FastifyRequest, reply: FastifyReply, turns: PullTurns, owner: TurnOwner): Promise<void>;
  /** `onSend` hook of the route: from here on an answer takes its packed bytes alone. */
  readonly onSend: (request: FastifyRequest, reply: FastifyReply, payload: unknown) => Promise<unknown>;
}

/** Whoever has not taken an answer after so long is cut off: it would hold memory for ever. */
const LONGEST_TAKING_MS = 180_000;

interface Given {
  readonly turn: Turn;
  /** Whether the connection is gone or the answer has been taken. */
  isOver: boolean;
}

/** The gate of one route. */
export function createPullGate(): PullGate {
  const given = new WeakMap<FastifyRequest, Given>();
  return {
    async enter(request, reply, turns, owner) {
      const gone = new AbortController();
      const stop = finished(reply.raw, () => gone.abort());
      const turn = await turns.enter(owner, gone.signal);
      stop();
      if ('kind' in turn) throw new RequestFailure(turn);
      const own: Given = { turn, isOver: false };
      given.set(request, own);
      finished(reply.raw, () => {
        own.isOver = true;
        turn.leave();
      });
    },
    async onSend(request, reply, payload) {
      const own = given.get(request);
      if (!own) return payload;
      // Of a failure too: it takes the place of the answer.
      own.turn.packed(Buffer.isBuffer(payload) || typeof payload === 'string' ? payload.length : 0);
      if (own.isOver) return payload;
      const late = setTimeout(() => reply.raw.destroy(), LONGEST_TAKING_MS);
      finished(reply.raw, () => clearTimeout(late));
      return payload;
    },
  };
}
