import type { FastifyReply, FastifyRequest } from 'fastify';
import { must } from '../../domain/base/assert.ts';
import { fail, type Result } from '../../domain/base/result.ts';
import type { Endpoint } from '../../domain/protocol/endpoint.ts';
import type { Failure } from '../../domain/protocol/failure.ts';
import { valueOrFail } from '../base/request-failure.ts';
import type { Authenticate, SignedIn } from '../identity/accounts/authenticate.ts';

/** Requires a signed-in person on a route, before its body is read and again when it is there. */
export interface Authentication {
  /** `onRequest` hook of the routes that need it. */
  readonly require: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /**
   * `preParsing` hook where office and principal alone may ask: all others are refused before their body is read, whatever is in it, and
   * after the request was counted as theirs. The act decides again in its transaction.
   */
  readonly requireOffice: (endpoint: Endpoint) => (request: FastifyRequest) => Promise<void>;
  /**
   * `preHandler` hook of all routes: a body may take two minutes to arrive, and who asked when it began may have been shut out since.
   * Those that were recognised before are recognised again.
   */
  readonly requireStill: (request: FastifyRequest) => Promise<void>;
  /** Finds out who is behind a request where nobody has to be: whoever is not recognised is a stranger. */
  readonly recognise: (request: FastifyRequest) => Promise<void>;
  /** Who is behind a request that has passed {@link Authentication.require}. */
  readonly signedIn: (request: FastifyRequest) => SignedIn;
  /** The same where it is not sure that the request has passed. */
  readonly maybeSignedIn: (request: FastifyRequest) => SignedIn | undefined;
}

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{1,4000})$/i;

/** Authentication by the bearer token of the request. */
export function createAuthentication(
  authenticate: Authenticate,
  ofOffice: (who: SignedIn, endpoint: Endpoint) => Promise<Result<unknown, Failure>>,
): Authentication {
  const known = new WeakMap<FastifyRequest, SignedIn>();
  const recognise = async (request: FastifyRequest): Promise<Result<SignedIn, Failure>> => {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return fail({ kind: 'notSignedIn', message: 'No access token' });
    const who = await authenticate(token);
    if (who.ok) known.set(request, who.value);
    return who;
  };
  const signedIn = (request: FastifyRequest) =>
    must(known.get(request), 'the route requires a signed-in person');
  return {
    async require(request) {
      valueOrFail(await recognise(request));
    },
    requireOffice: (endpoint) => async (request) => {
      valueOrFail(await ofOffice(signedIn(request), endpoint));
    },
    async requireStill(request) {
      // Without a body no time has gone by.
      if (known.has(request) && request.body !== undefined) valueOrFail(await recognise(request));
    },
    async recognise(request) {
      await recognise(request);
    },
    signedIn,
    maybeSignedIn: (request) => known.get(request),
  };
}
