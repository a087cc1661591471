import type { FastifyInstance } from 'fastify';
import type { Failure } from '../../domain/protocol/failure.ts';
import { nothingPage } from '../web/school-pages.ts';
import { languageOf, sendPage } from './browser-pages.ts';

/** Answers what is no address of ours: whoever typed one from a letter reads words, a program reads a {@link Failure}. */
export function registerNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler<{ Querystring: { readonly language?: string } }>(async (request, reply) => {
    const isBrowser = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '');
    if (isBrowser) return await sendPage(reply, nothingPage(languageOf(request)), 404);
    const failure: Failure = { kind: 'badRequest', message: 'No such address' };
    return await reply.code(404).send(failure);
  });
}
