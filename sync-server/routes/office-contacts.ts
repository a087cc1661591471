import type { FastifyInstance } from 'fastify';
import { failureSchema } from '../../domain/protocol/failure.ts';
import { schoolContactsSchema, type SchoolDetails } from '../../domain/protocol/school-contacts.ts';
import type { Authentication } from '../http/authentication.ts';
import { valueOrFail } from '../http-failures.ts';
import type { ChangeContacts } from '../services/accounts/school-contacts.ts';

const BODY_LIMIT = 8192;

/** `PUT /api/office/contacts`: how the office is reached; everybody reads it from the school's record. */
export function officeContactsRoute(
  app: FastifyInstance,
  { require, signedIn }: Authentication,
  change: ChangeContacts,
): void {
  app.route<{ Body: SchoolDetails }>({
    method: 'PUT',
    url: '/api/office/contacts',
    bodyLimit: BODY_LIMIT,
    schema: { body: schoolContactsSchema, response: { 204: { type: 'null' }, default: failureSchema } },
    onRequest: require,
    handler: async (request, reply) => {
      valueOrFail(await change(signedIn(request), request.body));
      return await reply.code(204).send();
    },
  });
}
