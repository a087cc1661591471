import type { FastifyInstance } from 'fastify';
import { failureSchema } from '../../domain/protocol/failure.ts';
import type { Authentication } from '../http/authentication.ts';
import { valueOrFail } from '../http-failures.ts';
import type { ReadHistory } from '../services/history.ts';

const parameters = {
  type: 'object',
  properties: {
    collection: { type: 'string', maxLength: 40 },
    id: { type: 'string', maxLength: 120 },
  },
  required: ['collection', 'id'],
} as const;

const versions = { type: 'array', items: { type: 'object', additionalProperties: true } } as const;

/** `GET /api/history/:collection/:id`: all accepted versions of a record, with both times and the links of the hash chain. */
export function historyRoute(app: FastifyInstance, authentication: Authentication, read: ReadHistory): void {
  app.route<{ Params: { readonly collection: string; readonly id: string } }>({
    method: 'GET',
    url: '/api/history/:collection/:id',
    schema: { params: parameters, response: { 200: versions, default: failureSchema } },
    onRequest: authentication.require,
    handler: async (request) =>
      valueOrFail(await read(authentication.signedIn(request), request.params.collection, request.params.id)),
  });
}
