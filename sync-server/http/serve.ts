import type {
  FastifyContextConfig,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RouteShorthandOptions,
} from 'fastify';
import { isBytes, NOTHING, type Bytes, type Endpoint } from '../../domain/protocol/endpoint.ts';
import { failureSchema } from '../../domain/protocol/failure.ts';
import type { Asked, ServedFile, Work } from '../base/message.ts';
import { valueOrFail } from '../base/request-failure.ts';
import type { SignedIn } from '../identity/accounts/authenticate.ts';
import type { Authentication } from './authentication.ts';
import { countedAddress } from './client-address.ts';
import { countedAs } from './gates/request-limits.ts';

/** Serves an endpoint: its route, its checks, its bounds and its answer follow from the constant. */
export type Serve = <E extends Endpoint>(endpoint: E, work: Work<E, SignedIn>) => void;

/** Serves endpoints on a server. */
export function createServe(app: FastifyInstance, authentication: Authentication): Serve {
  return (endpoint, work) => {
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      // Neither the answer nor a failure is for anything on the way to keep.
      if (endpoint.isSecret === true) reply.header('cache-control', 'no-store');
      const given = valueOrFail(await work(askedBy(endpoint, request, authentication)));
      if (isBytes(endpoint.answer))
        return await sendFile(reply, endpoint.answer, given as ServedFile | undefined);
      return endpoint.answer === NOTHING ? await reply.code(204).send() : given;
    };
    const route = { ...routeOf(endpoint, authentication), handler };
    if (!isBytes(endpoint.body)) {
      app.route(route);
      return;
    }
    const { mediaTypes } = endpoint.body;
    // In a scope of its own: no other route reads bodies of these types.
    app.register(async (withBytes) => {
      acceptBytes(withBytes, mediaTypes);
      withBytes.route(route);
    });
  };
}

/** Lets the routes of a scope take bodies of these types as they are. */
export function acceptBytes(app: FastifyInstance, mediaTypes: readonly string[]): void {
  app.addContentTypeParser(
    [...mediaTypes],
    { parseAs: 'buffer' },
    async (_request: unknown, body: unknown) => body,
  );
}

/** The route of an endpoint without its handler: for those that read or answer in a way of their own. */
export function routeOf(
  endpoint: Endpoint,
  authentication: Authentication,
  more: Pick<FastifyContextConfig, 'recordsIn'> = {},
) {
  const { method, path, audience, params, query, body, answer, bodyLimit } = endpoint;
  const success = isBytes(answer) ? {} : answer === NOTHING ? { 204: NOTHING } : { 200: answer };
  const schema = {
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && !isBytes(body) && { body }),
    ...(isBytes(answer) && { produces: answer.mediaTypes }),
    response: { ...success, default: failureSchema },
  };
  return {
    method,
    url: path,
    schema,
    ...(bodyLimit !== undefined && { bodyLimit }),
    config: { rateLimit: countedAs(endpoint), ...more },
    ...(audience !== 'signedOut' && { onRequest: authentication.require }),
    ...(audience === 'office' && { preParsing: authentication.requireOffice(endpoint) }),
  } satisfies RouteShorthandOptions & { readonly method: string; readonly url: string };
}

function askedBy<E extends Endpoint>(
  endpoint: E,
  request: FastifyRequest,
  authentication: Authentication,
): Asked<E, SignedIn> {
  const { params, query } = request;
  const isFile = isBytes(endpoint.body);
  const body = isFile && !Buffer.isBuffer(request.body) ? Buffer.alloc(0) : request.body;
  return {
    who: endpoint.audience === 'signedOut' ? undefined : authentication.signedIn(request),
    params,
    query,
    body,
    address: countedAddress(request),
    // The framework has checked all of it against the schemas from which the types are derived.
  } as Asked<E, SignedIn>;
}

async function sendFile(
  reply: FastifyReply,
  { mediaTypes }: Bytes,
  file: ServedFile | undefined,
): Promise<FastifyReply> {
  if (!file) return await reply.code(204).send();
  if (file.name !== undefined) reply.header('content-disposition', `attachment; filename="${file.name}"`);
  const bytes = typeof file.bytes === 'string' ? file.bytes : Buffer.from(file.bytes);
  return await reply
    .type(file.mediaType ?? mediaTypes[0] ?? 'application/octet-stream')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(bytes);
}
