import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { SYNC_LIMITS } from '../domain/protocol/endpoints/register/sync.ts';
import { createAccessTokens } from './identity/tokens/access-token.ts';
import type { PasswordCost } from './identity/passwords/password-hash.ts';
import { createSealer } from './secrets/sealing.ts';
import { createServe } from './http/serve.ts';
import { createAuthentication } from './http/authentication.ts';
import { registerCompression } from './http/compression.ts';
import { keepNothing } from './http/cache-control.ts';
import { faultName } from './http/monitoring/fault-name.ts';
import { refuseWhileDamaged } from './http/gates/damage-gate.ts';
import { readJsonBodies } from './http/json-bodies.ts';
import { registerMetrics } from './http/monitoring/metrics.ts';
import { failurePage, LONGEST_PATH, registerNotFound, soughtAddress } from './http/not-found.ts';
import { publicUrlOf } from './http/public-url.ts';
import { refuseBrowserPages } from './http/gates/origin-check.ts';
import { limitRequests } from './http/gates/request-limits.ts';
import { registerRequestLog } from './http/monitoring/request-log.ts';
import { closeUnreadConnections } from './http/gates/unread-body.ts';
import { boundClosing } from './http/closing.ts';
import { shareCompiledSchemas } from './http/schema-compilers.ts';
import { registerFailures } from './http/failures.ts';
import { createIdentityServices } from './identity-services.ts';
import { accountRoutes } from './routes/account.ts';
import { changesRoute } from './routes/changes.ts';
import { linkRoutes } from './routes/links.ts';
import { providerPages } from './routes/provider.ts';
import { createDayTurn } from './kinds/class-change/day-turn.ts';
import { completeNameLists } from './kinds/name-list/complete.ts';
import { kindRules } from './kinds/registry.ts';
import { operatorRoutes } from './routes/operator.ts';
import { rosterImportRoute } from './routes/roster-import.ts';
import { handOverRoute } from './routes/hand-over.ts';
import { historyRoute } from './routes/history.ts';
import { pastWeekRoute } from './routes/past-week.ts';
import { officeActRoutes, officeRoutes } from './routes/office.ts';
import { schoolPageRoutes } from './routes/school-pages.ts';
import { providerSessionRoutes, sessionRoutes } from './routes/session.ts';
import { syncRoute } from './routes/sync.ts';
import { createDataHealth, type DataHealth } from './storage/data-health.ts';
import { createChangeHub } from './register/changes/change-hub.ts';
import { OFFICE_PASSWORDS } from './identity/passwords/office-password.ts';
import { createOfficeFrame } from './office/act/act.ts';
import { createRosterWriter } from './office/act/roster-writer.ts';
import { completeFollowing } from './office/import/following.ts';
import { createOfficeDoor, type OfficeContext } from './office/act/office.ts';
import { createNoteRefusal } from './office/act/refusals.ts';
import { watchForeignChanges } from './register/changes/foreign-changes.ts';
import { createPrinter } from './letters/printer.ts';
import { createLinks } from './mail/links.ts';
import { createPostOffice, type PostOffice } from './mail/post-office.ts';
import { createMailSender } from './mail/sender.ts';
import { createSmtpTransport, type SmtpOptions } from './mail/smtp.ts';
import { createReceiveHandOver } from './office/hand-over/receive.ts';
import { createReadPastWeek } from './kinds/planned-lesson/past-week.ts';
import { createReadHistory } from './register/history.ts';
import { createOfficeImport, tellDevices } from './office/import/office-import.ts';
import { createIsLargePull } from './register/pulls/is-large-pull.ts';
import { recordValidator } from './register/batch/record-validators.ts';
import { createPublicSchools } from './school/public-schools.ts';
import { createSchoolSnapshots } from './school/school-snapshots.ts';
import type { IdentityContext } from './identity/accounts/identity-context.ts';
import { createProviderSignIn, type ProviderSignIn } from './identity/providers/provider-sign-in.ts';
import type { SignInProvider } from './identity/providers/sign-in-provider.ts';
import { createAuthenticate } from './identity/accounts/authenticate.ts';
import { createFamilyOf } from './identity/tokens/token-family.ts';
import { createSeenLinks } from './register/devices/seen-link.ts';
import { createSync } from './register/sync/sync.ts';
import type { Storage } from './storage/contract/storage.ts';

/** What an app is built from; nothing is read from the environment here. */
export interface AppOptions {
  readonly storage: Storage;
  readonly signingKey: Uint8Array;
  /** Keys of before, newest first: they open what they have sealed, and make nothing. */
  readonly olderKeys?: readonly Uint8Array[];
  readonly logger: FastifyBaseLogger | false;
  readonly now?: () => number;
  readonly heartbeatSeconds?: number;
  readonly requestsPerMinute?: number;
  readonly metricsToken?: string | undefined;
  readonly trustedProxies?: string | undefined;
  /** Where browsers reach this server; what it listens on when absent. */
  readonly publicUrl?: string | undefined;
  /** How long answers on recovery take at least, so that they tell nothing. */
  readonly leastRecoveryMs?: number;
  /** What hashing a password costs; anything below the default is for tests alone. */
  readonly passwordCost?: PasswordCost;
  /** Whether the database is sound; without it only what is met while serving is known. */
  readonly dataHealth?: Pick<DataHealth, 'state' | 'damaged'>;
  /** How many passwords may wait to be looked at. */
  readonly passwordsWaiting?: number;
  /** A provider of digital identities that people may sign in by; none by default. */
  readonly provider?: SignInProvider | undefined;
  /** The mail server to send through; without one messages wait to be printed. */
  readonly mail?: (SmtpOptions & { readonly pollMs?: number }) | undefined;
}

/** Builds the server's application without opening a port: every route it answers is listed here. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { storage, now = Date.now, requestsPerMinute = 1200 } = options;
  await completeNameLists(storage, now);
  const app = createBareApp(options);
  await completeFollowing(storage, createRosterWriter(now), (error) =>
    app.log.error({ err: error }, 'what follows from an import was not written'),
  );
  app.decorate('publicUrl', publicUrlOf(app, options.publicUrl));
  const { dataHealth = unwatchedHealth(app) } = options;
  const snapshots = createSchoolSnapshots();
  const tokens = createAccessTokens(options.signingKey, now);
  const onError = (error: unknown) => app.log.error({ err: error }, 'live changes failed');
  const hub = createChangeHub({ storage, snapshots, now, onError });
  const stopWatching = watchForeignChanges(storage, hub, onError);
  app.addHook('preClose', async () => stopWatching());
  const dayTurn = createDayTurn({ storage, hub, now, onError: onDayError(app) });
  app.addHook('preClose', async () => dayTurn.close());
  const links = createLinks(publicUrlOf(app, options.publicUrl), now);
  const postOffice = openPostOffice(app, options);
  const ofOffice = {
    storage,
    snapshots,
    now,
    links,
    postOffice,
    publicUrl: publicUrlOf(app, options.publicUrl),
    sealer: createSealer(options.signingKey, OFFICE_PASSWORDS, options.olderKeys),
    passwordCost: options.passwordCost,
    printer: createPrinter(),
    noteRefusal: createNoteRefusal({ storage, now }),
    onEnded: hub.endSession,
    onAccountChanged: hub.publishAccount,
  };
  const office = { ...ofOffice, act: createOfficeFrame({ ...ofOffice, onWritten: tellDevices(hub) }) };
  const authentication = createAuthentication(
    createAuthenticate({ storage, tokens }),
    createOfficeDoor({ storage, snapshots, now, noteRefusal: ofOffice.noteRefusal }),
  );
  const { leastRecoveryMs } = options;
  const identity = createIdentityServices(options.signingKey, {
    storage,
    snapshots,
    tokens,
    now,
    links,
    postOffice,
    onEnded: hub.endSession,
    onAccountChanged: hub.publishAccount,
    hasProvider: options.provider !== undefined,
    olderKeys: options.olderKeys,
    passwordCost: options.passwordCost,
    passwordsWaiting: options.passwordsWaiting,
    ...(leastRecoveryMs === undefined ? {} : { leastRecoveryMs }),
  });

  registerFailures(app, failurePage);
  registerNotFound(app);
  registerRequestLog(app);
  registerCompression(app);
  closeUnreadConnections(app);
  boundClosing(app);
  keepNothing(app);
  refuseWhileDamaged(app, dataHealth);
  const metrics = registerMetrics(app, hub.connections);
  await app.register(helmet);
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Campanella sync server', version: '1' } },
  });
  const familyOf = createFamilyOf(storage);
  await limitRequests(app, { perMinute: requestsPerMinute, authentication, familyOf });

  operatorRoutes(app, {
    storage,
    dataState: dataHealth.state,
    metrics,
    metricsToken: options.metricsToken,
  });
  const provider = createProvider(app, options, identity.context);
  const ways = { provider: provider ? { name: provider.providerName } : null };
  schoolPageRoutes(app, createPublicSchools(storage));
  await app.register(async (forBrowsers) => linkRoutes(forBrowsers, identity.followLink));
  if (provider)
    await app.register(async (forBrowsers) => providerPages(forBrowsers, provider, isSecure(app, options)));
  await app.register(async (forDevices) => {
    forDevices.addHook('onRequest', refuseBrowserPages);
    forDevices.addHook('preHandler', authentication.requireStill);
    const serve = createServe(forDevices, authentication);
    sessionRoutes(serve, identity.session, ways);
    if (provider) providerSessionRoutes(serve, provider);
    accountRoutes(serve, identity.account);
    const register = { storage, snapshots, hub, now, validate: recordValidator(), kinds: kindRules };
    const onOutcome = metrics.countOutcome;
    const seenLinks = createSeenLinks(options.signingKey, options.olderKeys);
    const sync = createSync({ ...register, beginDay: dayTurn.reach, links: seenLinks, onOutcome });
    syncRoute(forDevices, authentication, sync, createIsLargePull({ storage, snapshots, now }));
    changesRoute(forDevices, authentication, hub, options.heartbeatSeconds ?? 15);
    historyRoute(serve, createReadHistory(storage, snapshots, now));
    pastWeekRoute(serve, createReadPastWeek(storage, snapshots, now));
    const work: OfficeContext = { ...office, ...register, ways };
    officeActRoutes(serve, work);
    officeRoutes(serve, work);
    handOverRoute(forDevices, authentication, createReceiveHandOver({ ...identity.context, provider }));
    rosterImportRoute(forDevices, { serve, authentication }, createOfficeImport({ ...office, hub }));
  });
  return app;
}

/** What is told of a day that could not begin: the school goes on, and the next look tries again. */
function onDayError(app: FastifyInstance): (error: unknown) => void {
  return (error) => app.log.error({ err: error }, 'the turn of the day failed');
}

/** Knows of the damage that is met while serving. */
function unwatchedHealth(app: FastifyInstance): DataHealth {
  return createDataHealth({
    check: async () => ({ file: [], guards: [], chains: [] }),
    onFound: (found) => app.log.fatal({ event: 'damaged', found }, 'the database is damaged'),
    onError: () => undefined,
  });
}

function createProvider(
  app: FastifyInstance,
  { provider, signingKey, publicUrl }: AppOptions,
  identity: IdentityContext,
): ProviderSignIn | undefined {
  return (
    provider &&
    createProviderSignIn({
      identity,
      provider,
      // Under the newest key alone: a step of a journey says for whom the provider vouches, and a key that has leaked must say so of nobody.
      sealer: createSealer(signingKey, 'provider journeys'),
      publicUrl: publicUrlOf(app, publicUrl),
      onRefused: (cause) => app.log.warn({ fault: faultName(cause) }, 'identity provider not believed'),
    })
  );
}

/** Whether browsers reach the server over TLS: a cookie for TLS alone would be lost on a server for tests. */
function isSecure(app: FastifyInstance, { publicUrl }: AppOptions): () => boolean {
  const url = publicUrlOf(app, publicUrl);
  return () => url().startsWith('https:');
}

/** The post office; the messages that wait are sent from now on, until the application is closed. */
function openPostOffice(app: FastifyInstance, { storage, mail, now = Date.now }: AppOptions): PostOffice {
  if (!mail) return createPostOffice({ now, wakeSender: undefined });
  const sender = createMailSender({
    storage,
    now,
    transport: createSmtpTransport(mail),
    onFault: (fault) => app.log.warn({ fault }, 'message not delivered'),
    ...(mail.pollMs === undefined ? {} : { pollMs: mail.pollMs }),
  });
  app.addHook('onClose', () => sender.close());
  return createPostOffice({ now, wakeSender: sender.wake });
}

function createBareApp({ logger, trustedProxies }: AppOptions): FastifyInstance {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: SYNC_LIMITS.requestBytes,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: LONGEST_PATH, ignoreTrailingSlash: true },
    rewriteUrl: soughtAddress,
    trustProxy: trustedProxies ?? false,
  });
  shareCompiledSchemas(app);
  // A form on a web page can send plain text anywhere without asking first; JSON it cannot.
  app.removeContentTypeParser('text/plain');
  readJsonBodies(app);
  return app;
}
