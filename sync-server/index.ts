import { pino } from 'pino';
import { createApp } from './app.ts';
import { loadSecretKey } from './auth/secret-key.ts';
import { createClock } from './clock.ts';
import { readConfig } from './config.ts';
import { createOpenIdConnect } from './services/sign-in-providers/openid-connect.ts';
import { openStorage } from './storage/open.ts';

const config = readConfig(process.env);
const logger = pino({ level: config.logLevel, base: null });
const storage = openStorage(config.dataFolder);
const app = await createApp({
  storage,
  logger,
  signingKey: loadSecretKey(config.dataFolder),
  heartbeatSeconds: config.heartbeatSeconds,
  requestsPerMinute: config.requestsPerMinute,
  metricsToken: config.metricsToken,
  trustedProxies: config.trustedProxies,
  publicUrl: config.publicUrl,
  mail: config.mail,
  provider: config.provider && createOpenIdConnect(config.provider),
  now: createClock(config.clock),
});

/** After so long, requests that still run are cut off. */
const LONGEST_STOP_MS = 10_000;

let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    // A second signal does not wait for the first one's orderly end.
    if (isStopping) process.exit(1);
    isStopping = true;
    void stop(signal);
  });
}

if (config.clock !== undefined)
  logger.warn({ event: 'clock', startsAt: config.clock }, 'the clock does not follow the machine');
await app.listen({ host: config.host, port: config.port });
const address = app.server.address();
const port = typeof address === 'object' ? address?.port : undefined;
logger.info({ event: 'listening', host: config.host, port }, 'listening');
if ((await storage.schools()).length === 0)
  logger.warn(
    { event: 'empty' },
    'no school yet: `npm run begin` makes the first one, with a letter for its first clerk (README, Beginning)',
  );

/** Stops accepting, ends the live streams, lets running requests finish, closes the database. */
async function stop(signal: string): Promise<void> {
  logger.info({ event: 'stopping', signal }, 'stopping');
  // A connection that was answering when the stop began becomes idle later, and would be waited for.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  const late = setTimeout(() => app.server.closeAllConnections(), LONGEST_STOP_MS);
  await app.close();
  clearInterval(idle);
  clearTimeout(late);
  await storage.close();
  logger.info({ event: 'stopped' }, 'stopped');
}
