import type { FastifyInstance } from 'fastify';

/** After so long, requests that still run are cut off. Whoever started the server waits ten seconds, and mails say goodbye after this. */
const LONGEST_STOP_MS = 4000;
const LOOK_MS = 50;

/** Closing the application waits for its connections as long as their requests are answered, and never longer than some seconds. */
export function boundClosing(app: FastifyInstance): void {
  let idle: NodeJS.Timeout | undefined;
  let late: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    // A connection that was answering when the stop began becomes idle later, and would be waited for.
    idle = setInterval(() => app.server.closeIdleConnections(), LOOK_MS);
    late = setTimeout(() => app.server.closeAllConnections(), LONGEST_STOP_MS);
  });
  app.addHook('onClose', async () => {
    clearInterval(idle);
    clearTimeout(late);
  });
}
