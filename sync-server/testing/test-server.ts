import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { must } from '../../domain/base/assert.ts';
import type { PersonId } from '../../domain/base/ids.ts';
import type { CollectionName } from '../../domain/record/collection-names.ts';
import type { ConflictNotice } from '../../domain/kinds/conflict-notice/record.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import type {
  PushOutcome,
  PushRow,
  SyncAnswer,
  SyncRequest,
} from '../../domain/protocol/endpoints/register/sync.ts';
import type { SessionTokens, SignInAnswer } from '../../domain/protocol/endpoints/session/session.ts';
import { createApp, type AppOptions } from '../app.ts';
import { hashPassword, type PasswordCost } from '../identity/passwords/password-hash.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import { createRosterStore } from '../office/import/roster-store.ts';
import { firstMoment } from '../register/devices/device-moment.ts';
import { openStorage } from '../storage/open.ts';
import type { Storage } from '../storage/contract/storage.ts';
import { SCHOOL, schoolRecords, STAFF, TEST_NOW, type StaffName } from './test-school.ts';

/** The password of every account of the test school. */
export const PASSWORD = 'una parola lunga';
const ONE_DAY = 86_400_000;
/** As little as argon2id allows: what is tested is what happens with passwords, not how hard they are to guess. */
const CHEAP: PasswordCost = { memory: 8, passes: 1, parallelism: 1 };

/** A token is renewed after so long, milliseconds. */
const RENEWED_AFTER = 300_000;

/** A server on a database of its own, with a clock that tests move. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly storage: Storage;
  readonly roster: RosterStore;
  readonly folder: string;
  readonly clock: { now: number };
  /** The hash of a password, at the cost that this server's own have. */
  hash(password: string): Promise<string>;
  token(name: StaffName): Promise<string>;
  signIn(name: StaffName): Promise<SessionTokens>;
  sync(token: string, request: Partial<SyncRequest>): Promise<SyncAnswer>;
  /** Pushes records that assume nothing, and answers the outcomes. */
  push(
    name: StaffName,
    collection: CollectionName,
    rows: readonly (RegisterRecord | PushRow)[],
  ): Promise<readonly PushOutcome[]>;
  /** The conflict notices that somebody reads. */
  notices(name: StaffName): Promise<readonly ConflictNotice[]>;
  close(): Promise<void>;
}

/** What a test server is started with beside the records of its school. */
export interface TestServerOptions extends Partial<AppOptions> {
  /** Puts something between the server and its storage. */
  readonly wrap?: (storage: Storage) => Storage;
}

/** Starts a test server with the records of the test school. */
export async function startTestServer(
  records: readonly RegisterRecord[] = schoolRecords(),
  { wrap = (storage) => storage, ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'campanella-server-'));
  const clock = { now: TEST_NOW };
  const storage = openStorage(folder);
  const roster = createRosterStore(storage, { now: () => clock.now });
  for (const [school, own] of Map.groupBy(records, (record) => record.school))
    await roster.write(school, own);
  const { passwordCost = CHEAP } = options;
  const hash = async (password: string) => hashPassword(password, passwordCost);
  await saveAccounts(roster, await hash(PASSWORD), Object.values(STAFF));
  await noteDevicesSince(storage, TEST_NOW - ONE_DAY);
  const app = await createApp({
    storage: wrap(storage),
    signingKey: randomBytes(32),
    logger: false,
    now: () => clock.now,
    requestsPerMinute: 0,
    leastRecoveryMs: 20,
    passwordCost,
    ...options,
  });
  const tokens = new Map<string, { readonly accessToken: string; readonly of: number }>();

  const server: TestServer = {
    app,
    storage,
    roster,
    folder,
    clock,
    hash,
    async signIn(name) {
      const answer = await app.inject({
        method: 'POST',
        url: '/session/sign-in',
        payload: {
          username: usernameOf(name),
          password: PASSWORD,
          device: { id: `device-${name}`, name: 'PC' },
        },
      });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return must(answer.json<SignInAnswer>().tokens, 'a sign-in without further steps');
    },
    async token(name) {
      const known = tokens.get(name);
      // Tests move the clock, and a token holds for ten minutes.
      if (known && Math.abs(clock.now - known.of) < RENEWED_AFTER) return known.accessToken;
      const { accessToken } = await server.signIn(name);
      tokens.set(name, { accessToken, of: clock.now });
      return accessToken;
    },
    async sync(token, request) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/sync',
        headers: { authorization: `Bearer ${token}` },
        payload: { protocol: 1, client: 'test', push: {}, pull: {}, ...request },
      });
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
      return answer.json<SyncAnswer>();
    },
    async push(name, collection, rows) {
      const push = { [collection]: rows.map((row) => ('next' in row ? row : { assumed: null, next: row })) };
      const answer = await server.sync(await server.token(name), { push });
      return answer.push[collection] ?? [];
    },
    async notices(name) {
      return await noticesFor(server, await server.token(name));
    },
    async close() {
      await app.close();
      await storage.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return server;
}

/** Tries to sign in with a name and a password. */
export async function trySignIn(
  { app }: Pick<TestServer, 'app'>,
  username: string,
  password: string,
  remoteAddress = '10.0.0.1',
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
  const answer = await app.inject({
    method: 'POST',
    url: '/session/sign-in',
    remoteAddress,
    payload: { username, password, device: { id: 'device-1', name: 'Aula 3' } },
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
}

/** The conflict notices that a session reads. */
export async function noticesFor(
  server: Pick<TestServer, 'sync'>,
  token: string,
): Promise<readonly ConflictNotice[]> {
  const answer = await server.sync(token, { pull: { personal: { checkpoint: {}, limit: 1000 } } });
  return (answer.pull.personal?.documents ?? []) as readonly ConflictNotice[];
}

/** The username of a member of the test school's staff. */
export function usernameOf(name: StaffName): string {
  return `${SCHOOL}.${Object.keys(STAFF).indexOf(name) + 1}`;
}

/** The devices that the staff sign in on have been in use since yesterday: what was written before a test began may still arrive. */
async function noteDevicesSince(storage: Storage, since: number): Promise<void> {
  await storage.transaction(SCHOOL, async (transaction) => {
    for (const [name, person] of Object.entries(STAFF))
      await transaction.saveDeviceMoment(firstMoment({ person, deviceId: `device-${name}` }, since));
  });
}

async function saveAccounts(
  roster: RosterStore,
  passwordHash: string,
  people: readonly PersonId[],
): Promise<void> {
  const school = SCHOOL;
  await roster.saveAccounts(
    people.map((person, index) => ({ school, person, username: `${school}.${index + 1}`, passwordHash })),
  );
}
