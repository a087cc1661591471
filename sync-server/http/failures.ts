import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FAILURES } from '../../domain/protocol/failure-table.ts';
import type { Failure } from '../../domain/protocol/failure.ts';
import { RequestFailure } from '../base/request-failure.ts';
import { StorageError } from '../storage/contract/storage-error.ts';

/** Answers with a page where somebody in a browser asked for one; undefined where a program did. */
export type FailurePage = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
) => Promise<FastifyReply | undefined>;

/** Answers every error with a {@link Failure}; what went wrong inside goes to the log alone. */
export function registerFailures(app: FastifyInstance, page: FailurePage): void {
  app.setErrorHandler(async (error, request, reply) => {
    const failure = toFailure(error);
    // Messages of unexpected errors may quote a request or SQL: they are for the log, under the incident's number.
    if (failure.incident !== undefined)
      request.log.error({ incident: failure.incident, err: error }, 'incident');
    if (failure.retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(failure.retryAfter)));
    const status = FAILURES[failure.kind].status;
    return (await page(request, reply, status)) ?? (await reply.code(status).send(failure));
  });
}

/** Said to everybody while the database is damaged: nothing is taken, and nothing that may be wrong is given out. */
export const DAMAGED: Failure = {
  kind: 'unavailable',
  message: 'The database of the server is damaged: its operator has to restore it',
  reason: 'damaged',
  retryAfter: 300,
};

/** Turns any error into what a device may know of it. */
export function toFailure(error: unknown): Failure {
  if (error instanceof RequestFailure) return error.failure;
  if (error instanceof StorageError) {
    const incident = randomUUID();
    if (error.fault === 'full')
      return { kind: 'diskFull', message: 'No space left', retryAfter: 60, incident };
    if (error.fault === 'damaged') return { ...DAMAGED, incident };
    if (error.fault === 'busy') return { kind: 'unavailable', message: 'Busy', retryAfter: 2, incident };
  }
  const status = statusOf(error);
  if (status === 413) return { kind: 'tooLarge', message: 'Request too large' };
  if (status === 429) return { kind: 'tooManyAttempts', message: 'Too many requests', retryAfter: 10 };
  if (status >= 400 && status < 500) return { kind: 'badRequest', message: requestFault(error) };
  return { kind: 'internal', message: 'Internal error', incident: randomUUID() };
}

function statusOf(error: unknown): number {
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

/** Says which rule a request broke without quoting the request. */
function requestFault(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? `Malformed request (${code})` : 'Malformed request';
}
