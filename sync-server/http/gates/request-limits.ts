import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Endpoint } from '../../../domain/protocol/endpoint.ts';
import { endpoints } from '../../../domain/protocol/registry.ts';
import { RequestFailure } from '../../base/request-failure.ts';
import type { FamilyOf } from '../../identity/tokens/token-family.ts';
import type { Authentication } from '../authentication.ts';
import { countedAddress } from '../client-address.ts';
import { countedIn, REQUEST_WINDOW_MS, RequestCounters } from './request-counters.ts';

/**
 * The routes that are not counted: what monitors ask, what costs less than counting, and tries at secrets, which have limits of their own
 * by account and address: a second one by address would shut out a whole school.
 */
const UNCOUNTED: ReadonlySet<string> = new Set([
  '/health',
  ...Object.values(endpoints).flatMap(({ uncounted, path }) => (uncounted === undefined ? [] : [path])),
]);

/** Where nobody is signed in, a token in the body says who asks. */
const WHERE_NOBODY_IS_KNOWN = 'preHandler';

/**
 * How the requests of an endpoint are counted. Whoever is signed in is counted as soon as they are recognised (a school behind one address
 * is not one user): what is refused to them afterwards, for want of right or for what the body says, is counted as well. What costs much is
 * counted apart from all else that the session asks. A token that is refused is counted for nobody: those behind the same address whose
 * own has just expired must hear of it.
 */
export function countedAs({
  method,
  path,
  audience,
  perMinute,
}: Pick<Endpoint, 'method' | 'path' | 'audience' | 'perMinute'>): RateLimitOptions {
  return {
    hook: audience === 'signedOut' ? WHERE_NOBODY_IS_KNOWN : 'onRequest',
    ...(perMinute !== undefined && { max: perMinute, groupId: ` ${method} ${path}` }),
  };
}

/** What the limits go by. */
export interface RequestLimits {
  readonly perMinute: number;
  readonly authentication: Authentication;
  readonly familyOf: FamilyOf;
}

/**
 * So many requests a minute, counted apart for each session, for each family of refresh tokens, and for each route and address where nobody is
 * known; whatever is no route counts as one there. A school is one address: whatever somebody does there in a loop keeps nobody from signing in,
 * from renewing a session, nor from any other route.
 */
export async function limitRequests(
  app: FastifyInstance,
  { perMinute, authentication, familyOf }: RequestLimits,
): Promise<void> {
  if (perMinute <= 0) return;
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: REQUEST_WINDOW_MS,
    hook: WHERE_NOBODY_IS_KNOWN,
    store: RequestCounters,
    allowList: (request) => UNCOUNTED.has(request.routeOptions.url ?? ''),
    keyGenerator: async (request) => {
      const known = authentication.maybeSignedIn(request);
      if (known) return countedIn('known', `session ${known.session}`);
      const family = await familyOf(refreshTokenIn(request));
      if (family !== undefined) return countedIn('known', `family ${family}`);
      if (request.is404) return countedIn('nowhere', countedAddress(request));
      // Patterns of routes are a closed list.
      return countedIn('routes', `${request.routeOptions.url ?? ''} ${countedAddress(request)}`);
    },
    errorResponseBuilder: (_request, { ttl }) =>
      new RequestFailure({
        kind: 'tooManyAttempts',
        message: 'Too many requests',
        retryAfter: Math.max(1, Math.ceil(ttl / 1000)),
      }),
  });
  // What is no address of ours has no route that the limits could be tied to: whoever searches for one is counted by where they are, before
  // the body is read. A device that is signed in searches for nothing: it is newer than the server, and counted as its session.
  const countSearch = app.rateLimit();
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    await authentication.recognise(request);
    await countSearch.call(app, request, reply);
  });
}

function refreshTokenIn({ body }: FastifyRequest): string | undefined {
  const token: unknown =
    typeof body === 'object' && body !== null && 'refreshToken' in body ? body.refreshToken : undefined;
  return typeof token === 'string' ? token : undefined;
}
