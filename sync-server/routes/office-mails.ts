import type { FastifyInstance } from 'fastify';
import { failureSchema } from '../../domain/protocol/failure.ts';
import { officeMailsSchema } from '../../domain/protocol/office-mail-list.ts';
import type { Authentication } from '../http/authentication.ts';
import { valueOrFail } from '../http-failures.ts';
import type { OfficeMailActs } from '../services/mail/office-mails.ts';

const params = {
  type: 'object',
  properties: { id: { type: 'string', maxLength: 120 } },
  required: ['id'],
  additionalProperties: false,
} as const;

/** `GET /api/office/mails`, `POST /api/office/mails/:id/retry`: messages on their way, for the office. */
export function officeMailRoutes(
  app: FastifyInstance,
  authentication: Authentication,
  mails: OfficeMailActs,
): void {
  app.route({
    method: 'GET',
    url: '/api/office/mails',
    schema: { response: { 200: officeMailsSchema, default: failureSchema } },
    onRequest: authentication.require,
    handler: async (request) => valueOrFail(await mails.list(authentication.signedIn(request))),
  });
  app.route<{ Params: { readonly id: string } }>({
    method: 'POST',
    url: '/api/office/mails/:id/retry',
    bodyLimit: 1024,
    schema: { params, response: { 204: { type: 'null' }, default: failureSchema } },
    onRequest: authentication.require,
    async handler(request, reply) {
      valueOrFail(await mails.retry(authentication.signedIn(request), request.params.id));
      return await reply.code(204).send();
    },
  });
}
