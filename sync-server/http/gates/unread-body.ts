import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What an early answer still reads of a body, so that a client that is in the middle of sending it gets to see the answer. */
const DRAINED_BYTES = 1_000_000;
const DRAINED_MS = 1_000;

/**
 * Ends the connection behind every answer that was given before the whole body had arrived, whatever refused it: what is left of the
 * body would be read as the next request, or stand in its way. A body of moderate size is read to its end first and thrown away: then
 * the connection is in order, and goes on.
 */
export function closeUnreadConnections(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    // What is too large already is not read on.
    if (isUnread(request.raw) && reply.statusCode !== 413) await drain(request);
    if (isUnread(request.raw)) reply.header('connection', 'close');
    return payload;
  });
}

/** Whether a request has a body that has not arrived as a whole; one that came over no line (in tests) always has. */
function isUnread({
  complete,
  headers,
}: Pick<IncomingMessage, 'headers'> & { readonly complete?: boolean }): boolean {
  const { 'content-length': length, 'transfer-encoding': coding } = headers;
  return complete === false && ((length !== undefined && length !== '0') || coding !== undefined);
}

async function drain({ raw }: FastifyRequest): Promise<void> {
  const announced = Number(raw.headers['content-length'] ?? 0);
  // Whoever waits to be asked for the body does not send it any more.
  if (announced > DRAINED_BYTES || raw.headers.expect !== undefined || raw.destroyed) return;
  let read = 0;
  await new Promise<void>((resolve) => {
    const late = setTimeout(done, DRAINED_MS);
    function done(): void {
      clearTimeout(late);
      raw.off('data', take).off('end', done).off('close', done);
      resolve();
    }
    function take(chunk: Uint8Array): void {
      read += chunk.length;
      if (read > DRAINED_BYTES) done();
    }
    raw.on('data', take).on('end', done).on('close', done).resume();
  });
}
