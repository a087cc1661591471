import { pino } from 'pino';
import { createApp } from './app.ts';
import { loadSecretKey } from './auth/secret-key.ts';
import { createClock } from './clock.ts';
import { readConfig } from './config.ts';
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
  now: createClock(config.clock),
});

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

/** Stops accepting, ends the live streams, lets running requests finish, closes the database. */
async function stop(signal: string): Promise<void> {
  logger.info({ event: 'stopping', signal }, 'stopping');
  await app.close();
  await storage.close();
  logger.info({ event: 'stopped' }, 'stopped');
}
