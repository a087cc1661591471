import type { FastifyInstance } from 'fastify';

/** What a browser may keep, by routes: the style and the script of the pages, the same for everybody. */
const PUBLIC = new Set(['/web/link.css', '/web/link.js']);

/**
 * Nothing that this server answers is kept by anything on the way or in a browser: nearly all of it is about a person. One place for all
 * routes, those that are added later included, failures too.
 */
export function keepNothing(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!PUBLIC.has(request.routeOptions.url ?? '') || reply.statusCode >= 400)
      reply.header('cache-control', 'no-store');
    return payload;
  });
}
