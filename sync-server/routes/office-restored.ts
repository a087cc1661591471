import type { FastifyInstance } from 'fastify';
import { failureSchema } from '../../domain/protocol/failure.ts';
import { officeRestoredSchema } from '../../domain/protocol/office-restored.ts';
import type { Authentication } from '../http/authentication.ts';
import { valueOrFail } from '../http-failures.ts';
import type { ReadRestored } from '../services/restored/office-restored.ts';

/** `GET /api/office/restored`: what came back after the store was put back from a copy, and what did not, for the office. */
export function officeRestoredRoute(
  app: FastifyInstance,
  { require, signedIn }: Authentication,
  read: ReadRestored,
): void {
  app.route({
    method: 'GET',
    url: '/api/office/restored',
    schema: { response: { 200: officeRestoredSchema, default: failureSchema } },
    onRequest: require,
    handler: async (request) => valueOrFail(await read(signedIn(request))),
  });
}
