import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Failure } from '../../domain/protocol/failure.ts';
import type { FailurePage } from './failures.ts';
import { nothingPage, unavailablePage } from '../portal/school-pages.ts';
import { languageOf, sendPage } from './browser-pages.ts';

/** Answers what is no address of ours: whoever typed one from a letter reads words, a program reads a {@link Failure}. */
export function registerNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler<{ Querystring: { readonly language?: string } }>(async (request, reply) => {
    if (isBrowser(request)) return await sendPage(reply, nothingPage(languageOf(request)), 404);
    const failure: Failure = { kind: 'badRequest', message: 'No such address' };
    return await reply.code(404).send(failure);
  });
}

/** Says in words that the register does not answer now, to whoever looks at one of its pages. */
export const failurePage: FailurePage = async (request, reply, status) => {
  if (!isBrowser(request) || status < 500) return undefined;
  // The query was not looked at where the request failed early.
  const query = request.query as { readonly language?: string };
  return await sendPage(reply, unavailablePage(languageOf({ query, headers: request.headers })), status);
};

function isBrowser({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '');
}
