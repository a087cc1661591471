import type { FastifyInstance } from 'fastify';
import { failureSchema } from '../../domain/protocol/failure.ts';
import {
  handOverAnswerSchema,
  handOverRequestSchema,
  officeHandOversSchema,
  settledHandOverSchema,
  settleHandOverSchema,
  type HandOverRequest,
  type SettleHandOver,
} from '../../domain/protocol/hand-over.ts';
import { countedAddress } from '../http/client-address.ts';
import type { Authentication } from '../http/authentication.ts';
import { valueOrFail } from '../http-failures.ts';
import type { ReceiveHandOver } from '../services/hand-over/receive.ts';
import type { HandOverActs } from '../services/hand-over/settle.ts';

/** A device sends less than half of it at once: whoever has not shown a password yet makes nobody read more. */
const ENTRIES_LIMIT = 1_000_000;
const DECISION_LIMIT = 50_000;

const page = {
  type: 'object',
  properties: { after: { type: 'string', maxLength: 400 } },
  additionalProperties: false,
} as const;

/** `POST /session/hand-over` for the main process of a blocked account, `/api/office/hand-overs` for the office. */
export function handOverRoutes(
  app: FastifyInstance,
  authentication: Authentication,
  { receive, acts }: { readonly receive: ReceiveHandOver; readonly acts: HandOverActs },
): void {
  app.route<{ Body: HandOverRequest }>({
    method: 'POST',
    url: '/session/hand-over',
    bodyLimit: ENTRIES_LIMIT,
    // Each entry is judged by itself: one that cannot be kept must not hold up the others.
    config: { recordsIn: ['record', 'assumed'] },
    schema: { body: handOverRequestSchema, response: { 200: handOverAnswerSchema, default: failureSchema } },
    async handler(request, reply) {
      reply.header('cache-control', 'no-store');
      return valueOrFail(await receive(request.body, countedAddress(request)));
    },
  });
  app.route<{ Querystring: { readonly after?: string } }>({
    method: 'GET',
    url: '/api/office/hand-overs',
    schema: { querystring: page, response: { 200: officeHandOversSchema, default: failureSchema } },
    onRequest: authentication.require,
    handler: async (request) =>
      valueOrFail(await acts.list(authentication.signedIn(request), request.query.after)),
  });
  app.route<{ Body: SettleHandOver }>({
    method: 'POST',
    url: '/api/office/hand-overs/settle',
    bodyLimit: DECISION_LIMIT,
    schema: { body: settleHandOverSchema, response: { 200: settledHandOverSchema, default: failureSchema } },
    onRequest: authentication.require,
    handler: async (request) =>
      valueOrFail(await acts.settle(authentication.signedIn(request), request.body)),
  });
}
