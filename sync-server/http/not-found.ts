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

/** No address of ours is longer: the router itself refuses longer parts of one, before anything is counted or noted. */
export const LONGEST_PATH = 2_100;
const NO_ADDRESS = '/no-address';
/** A path, or all of an address as a proxy asks for it. */
const ADDRESS = /^(?:\/|https?:\/\/[^/?#]+(?:[/?][^#]*)?$)/i;

/**
 * The address by which a request is looked for. The router answers by itself what is none, cannot be decoded or is too long, past all that counts
 * requests and notes them: such an address becomes one that is not there.
 */
export function soughtAddress({ url = '/' }: { readonly url?: string | undefined }): string {
  const [path = ''] = url.split(/[?#]/, 1);
  return ADDRESS.test(url) && path.length <= LONGEST_PATH && isDecodable(path) ? url : NO_ADDRESS;
}

function isDecodable(path: string): boolean {
  try {
    decodeURI(path);
    return true;
  } catch {
    return false;
  }
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
