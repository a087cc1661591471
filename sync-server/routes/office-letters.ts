import type { FastifyInstance, FastifyReply } from 'fastify';
import { failureSchema } from '../../domain/protocol/failure.ts';
import { lettersRequestSchema, type LettersRequest } from '../../domain/protocol/office-accounts.ts';
import type { Authentication } from '../http/authentication.ts';
import { valueOrFail } from '../http-failures.ts';
import type { OfficeLetters } from '../services/letters/office-letters.ts';

const BODY_LIMIT = 16_384;
/** Each is a thread that sets up to two hundred pages; how many wait at once is the printer's affair. */
const costly = { rateLimit: { max: 30, timeWindow: 60_000 } };

/** `POST /api/office/accounts/letters` and `/api/office/mails/print`: PDFs for the office to print. */
export function officeLetterRoutes(
  app: FastifyInstance,
  authentication: Authentication,
  print: OfficeLetters,
): void {
  app.route<{ Body: LettersRequest }>({
    method: 'POST',
    url: '/api/office/accounts/letters',
    bodyLimit: BODY_LIMIT,
    config: costly,
    schema: { body: lettersRequestSchema, response: { default: failureSchema } },
    onRequest: authentication.require,
    async handler(request, reply) {
      const bytes = valueOrFail(await print.letters(authentication.signedIn(request), request.body));
      return await sendPdf(reply, 'lettere-credenziali.pdf', bytes);
    },
  });
  app.route({
    method: 'POST',
    url: '/api/office/mails/print',
    bodyLimit: 1024,
    config: costly,
    onRequest: authentication.require,
    async handler(request, reply) {
      const bytes = valueOrFail(await print.mails(authentication.signedIn(request)));
      return await sendPdf(reply, 'messaggi-da-consegnare.pdf', bytes);
    },
  });
}

/** Passwords are in it: nothing on the way may keep a copy. */
async function sendPdf(reply: FastifyReply, name: string, bytes: Uint8Array): Promise<FastifyReply> {
  return await reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .type('application/pdf')
    .send(Buffer.from(bytes));
}
