import type { FastifyInstance } from 'fastify';
import { DAMAGED } from '../failures.ts';
import { RequestFailure } from '../../base/request-failure.ts';
import type { DataHealth } from '../../storage/data-health.ts';
import { StorageError } from '../../storage/contract/storage-error.ts';

/** What operators need to see what is the matter. */
const OPERATORS = new Set(['/health', '/metrics', '/openapi.json']);

/** While the database is damaged nothing is taken and nothing given out: an answer that may be wrong is worse than none, and devices wait. */
export function refuseWhileDamaged(
  app: FastifyInstance,
  health: Pick<DataHealth, 'state' | 'damaged'>,
): void {
  app.addHook('onRequest', async (request) => {
    if (health.state() === 'damaged' && !OPERATORS.has(request.routeOptions.url ?? ''))
      throw new RequestFailure(DAMAGED);
  });
  app.addHook('onError', async (_request, _reply, error: Error) => {
    if (error instanceof StorageError && error.fault === 'damaged') health.damaged();
  });
}
