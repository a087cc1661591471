import { pino } from 'pino';
import { createApp } from './app.ts';
import { createClock } from './base/clock.ts';
import { readConfig } from './config.ts';
import { openData, type OpenData } from './open-data.ts';
import { createDataHealth } from './storage/data-health.ts';
import { createOpenIdConnect } from './identity/providers/openid-connect.ts';
import { StartRefusal } from './base/start-refusal.ts';
import { checkData } from './storage/check-data.ts';

/** A large database is looked through longer than that beside the work. */
const LONGEST_FIRST_CHECK_MS = 20_000;

const config = readConfig(process.env);
const logger = pino({ level: config.logLevel, base: null });
const { storage, keys } = await openOrExplain(config.dataFolder);
const dataHealth = createDataHealth({
  check: (options, signal) => checkData(config.dataFolder, options, signal),
  onFound: (found) => logger.fatal({ event: 'damaged', found }, 'the database is damaged'),
  onError: (error) => logger.error({ err: error }, 'the database could not be checked'),
});
await dataHealth.first(LONGEST_FIRST_CHECK_MS);
const app = await createApp({
  storage,
  logger,
  dataHealth,
  signingKey: keys.current,
  olderKeys: keys.older,
  heartbeatSeconds: config.heartbeatSeconds,
  requestsPerMinute: config.requestsPerMinute,
  metricsToken: config.metricsToken,
  trustedProxies: config.trustedProxies,
  publicUrl: config.publicUrl,
  mail: config.mail,
  provider: config.provider && createOpenIdConnect(config.provider),
  now: createClock(config.clock),
});

/** Opens the data folder; says in one line why the server does not start, and ends. */
async function openOrExplain(dataFolder: string): Promise<OpenData> {
  try {
    return await openData(dataFolder);
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    logger.fatal({ event: 'refused' }, error.message);
    process.exit(1);
  }
}

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
dataHealth.watch();
logger.info({ event: 'listening', host: config.host, port }, 'listening');
if ((await storage.schools()).length === 0)
  logger.warn(
    { event: 'empty' },
    'no school yet: `npm run begin` makes the first one, with a letter for its first clerk (README, Beginning)',
  );

/** Stops accepting, ends the live streams, lets running requests finish, closes the database. */
async function stop(signal: string): Promise<void> {
  logger.info({ event: 'stopping', signal }, 'stopping');
  await app.close();
  await dataHealth.close();
  await storage.close();
  logger.info({ event: 'stopped' }, 'stopped');
}
