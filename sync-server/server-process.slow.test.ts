import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as openRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { budgeted } from '../domain/testing/budget.ts';
import { must } from '../domain/base/assert.ts';
import { addDays } from '../domain/base/local-date.ts';
import { kinds } from '../domain/kinds/registry.ts';
import type { PresenceElsewhere } from '../domain/kinds/presence-elsewhere/record.ts';
import type { SignInAnswer } from '../domain/protocol/endpoints/session/session.ts';
import type { PushRow, SyncAnswer } from '../domain/protocol/endpoints/register/sync.ts';
import { hashPassword } from './identity/passwords/password-hash.ts';
import { createRosterStore } from './office/import/roster-store.ts';
import { CHAIN_START, chainFault } from './storage/ledger/history-chain.ts';
import { openStorage } from './storage/open.ts';
import { attendance } from './testing/test-records.ts';
import { CLASS_A, pupilOf, SCHOOL, schoolRecords, STAFF, TEST_NOW, TODAY } from './testing/test-school.ts';

const KILLS = budgeted(12);
const WRITERS = 4;
const NO_WARNINGS = '--disable-warning=ExperimentalWarning';

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
}

let folder: string;
const running = new Set<ChildProcess>();
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'campanella-process-'));
  const storage = openStorage(folder);
  const roster = createRosterStore(storage);
  await roster.write(SCHOOL, schoolRecords(PUPILS));
  const passwordHash = await hashPassword('password');
  await roster.saveAccounts([{ school: SCHOOL, person: STAFF.anna, username: `${SCHOOL}.1`, passwordHash }]);
  await storage.close();
});
afterEach(async () => {
  for (const child of running) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  running.clear();
  rmSync(folder, { recursive: true, force: true });
});

const BEGAN = Date.now();

async function start(environment: Readonly<Record<string, string>> = {}): Promise<Running> {
  const script = path.join(import.meta.dirname, 'index.ts');
  const child = spawn(process.execPath, [NO_WARNINGS, script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CAMPANELLA_DATA: folder,
      CAMPANELLA_PORT: '0',
      CAMPANELLA_REQUESTS_PER_MINUTE: '0',
      // Time does not run back when a process is started again: a token of the one before would come from the future.
      CAMPANELLA_CLOCK: new Date(TEST_NOW + Date.now() - BEGAN).toISOString(),
      ...environment,
    },
  });
  running.add(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = JSON.parse(line) as { readonly event?: string; readonly port?: number };
    if (entry.event !== 'listening') continue;
    child.stdout.resume();
    return { process: child, url: `http://127.0.0.1:${entry.port}` };
  }
  throw new Error('the server did not start');
}

async function post<T>(url: string, body: object, token?: string): Promise<T> {
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as T;
}

/** Opens a request that the server has begun to answer when this ends: the body follows when it is given. */
async function begin(url: string, token: string): Promise<<T>(body: object) => Promise<T>> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    expect: '100-continue',
  };
  const sent = openRequest(url, { method: 'POST', headers });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  sent.flushHeaders();
  await once(sent, 'continue');
  return async <T>(body: object) => {
    sent.end(JSON.stringify(body));
    const [answer] = await answered;
    return (await json(answer)) as T;
  };
}

async function signIn({ url }: Running): Promise<string> {
  const credentials = {
    username: `${SCHOOL}.1`,
    password: 'password',
    device: { id: 'device-1', name: 'PC' },
  };
  const { tokens } = await post<SignInAnswer>(`${url}/session/sign-in`, credentials);
  return must(tokens, 'a password is all that is asked for').accessToken;
}

/** So many pupils that every record of the test, some hundreds between two kills, has a pupil and a day of its own: nobody is elsewhere twice at one time. */
const PUPILS = 8 * KILLS;

/** One of as many records as are wanted, by its number. */
function elsewhere(id: string, number: number): PresenceElsewhere {
  const pupil = pupilOf(CLASS_A, 1 + (number % PUPILS));
  const day = addDays(TODAY, Math.floor(number / PUPILS));
  const { school, author, recordedAt, entry } = attendance(STAFF.anna, pupil, []);
  const known = kinds.presenceElsewhere.samples[0];
  return { ...known, id, school, author, recordedAt, entry, class: CLASS_A, pupil, day };
}

function threeDigits(number: number): string {
  return String(number).padStart(3, '0');
}

let made = 0;

function rows(round: number, writer: number, batch: number): readonly PushRow[] {
  return Array.from({ length: 10 }, (_, index) => ({
    assumed: null,
    next: elsewhere(
      `00000000-0000-7000-8000-${[round, writer, batch, index].map(threeDigits).join('')}`,
      made++,
    ),
  }));
}

test(
  'nothing acknowledged is lost when the process is killed while it writes',
  { timeout: 600_000 },
  async () => {
    const acknowledged = new Set<string>();
    const attempted = new Map<string, readonly string[]>();
    let token: string | undefined;
    for (let round = 0; round < KILLS; round += 1) {
      const server = await start();
      token ??= await signIn(server);
      const before = acknowledged.size;
      const life = { isAlive: true };
      const writers = Array.from({ length: WRITERS }, async (_, writer) => {
        for (let batch = 0; life.isAlive; batch += 1) {
          const attendanceRows = rows(round, writer, batch);
          const ids = attendanceRows.map(({ next }) => next.id);
          for (const id of ids) attempted.set(id, ids);
          try {
            const request = { protocol: 1, client: 't', push: { attendance: attendanceRows }, pull: {} };
            const answer = await post<SyncAnswer>(`${server.url}/api/sync`, request, token);
            for (const { id, outcome } of answer.push.attendance ?? []) {
              expect(outcome).toBe('stored');
              acknowledged.add(id);
            }
          } catch (error) {
            if (life.isAlive) throw error;
          }
        }
      });
      // On a slow machine all would die before they have written anything: every other one lives until it has.
      if (round % 2 === 0)
        await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(before);
      await new Promise((resolve) => setTimeout(resolve, 20 + ((round * 37) % 110)));
      life.isAlive = false;
      server.process.kill('SIGKILL');
      await once(server.process, 'exit');
      await Promise.all(writers);
    }

    const database = new DatabaseSync(path.join(folder, 'campanella.sqlite'));
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    const stored = new Set(
      database
        .prepare("SELECT id FROM document WHERE collection = 'attendance'")
        .all()
        .map((row) => String(row['id'])),
    );
    database.close();
    expect(acknowledged.size).toBeGreaterThan(KILLS);
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    const halves = [...stored].filter((id) => !attempted.get(id)?.every((other) => stored.has(other)));
    expect(halves).toEqual([]);
    const storage = openStorage(folder);
    const links = await storage.read(SCHOOL, (reader) => reader.historyAfter(0, 1_000_000));
    expect(chainFault(SCHOOL, { number: 0, hash: CHAIN_START }, links)).toBeUndefined();
    await storage.close();
  },
);

describe('a server process', () => {
  test('stops in order: finishes what runs, ends streams, leaves the database closed', async () => {
    const server = await start();
    const token = await signIn(server);
    const stream = await fetch(`${server.url}/api/changes`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const request = { protocol: 1, client: 't', push: { attendance: rows(0, 0, 0) }, pull: {} };
    const pushing = await begin(`${server.url}/api/sync`, token);
    const exited = once(server.process, 'exit');
    let log = '';
    server.process.stdout?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
    server.process.kill('SIGTERM');
    await expect.poll(() => log).toContain('"event":"stopping"');
    expect((await pushing<SyncAnswer>(request)).push.attendance).toHaveLength(10);
    expect(await stream.text()).toContain(': connected');
    expect(await exited).toEqual([0, null]);
  });

  test('names the variable that is wrong', async () => {
    const script = path.join(import.meta.dirname, 'index.ts');
    const child = spawn(process.execPath, [NO_WARNINGS, script], {
      env: { ...process.env, CAMPANELLA_DATA: folder, CAMPANELLA_PORT: 'eighty' },
    });
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
    const [code] = (await once(child, 'close')) as [number];
    expect(code).not.toBe(0);
    expect(told).toContain('CAMPANELLA_PORT must be a whole number from 0 to 65535');
  });

  test('logs nothing that names a person, a token or a record', async () => {
    const server = await start();
    let log = '';
    server.process.stdout?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
    const token = await signIn(server);
    await post(`${server.url}/session/sign-in`, {
      username: 'NONE0000.7',
      password: 'secret!',
      device: { id: 'device-1', name: 'PC' },
    }).catch(() => undefined);
    await fetch(`${server.url}/api/history/roster/pupil-x?name=Rossi`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await post(
      `${server.url}/api/sync`,
      { protocol: 1, client: 't', push: { attendance: rows(1, 1, 1) }, pull: {} },
      token,
    );
    server.process.kill('SIGTERM');
    await once(server.process, 'close');
    expect(log).toContain('/api/history/:collection/:id');
    expect(log).not.toMatch(/TEST0001|NONE0000|secret|pupil-x|Rossi|staff-|eyJ|xxx/);
  });
});
