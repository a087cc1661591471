import type { FastifyRequest } from 'fastify';
import { RequestFailure } from '../../base/request-failure.ts';

/**
 * Refuses requests that a browser sends for a page: the desktop's main process sends no origin, and no web page (least of all one
 * from elsewhere, on the same machine as this server) has any business here.
 */
export async function refuseBrowserPages(request: FastifyRequest): Promise<void> {
  const site = request.headers['sec-fetch-site'];
  const isPage =
    request.headers.origin !== undefined || (site !== undefined && site !== 'none' && site !== 'same-origin');
  if (isPage) throw new RequestFailure({ kind: 'forbidden', message: 'Not for web pages' });
}
