import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PersonId } from '../../../domain/base/ids.ts';
import { importRoster, type ImportOptions } from '../import-roster.ts';
import { createRosterStore, type ServerRosterStore } from '../../office/import/roster-store.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { SCHOOL, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { RosterRefusal } from '../report/refusal.ts';
import { createMemoryStore } from '../trial/memory-store.ts';
import { importInThread } from './import-in-thread.ts';

let server: TestServer;
let store: ServerRosterStore;
beforeAll(async () => {
  server = await startTestServer();
  store = createRosterStore(server.storage, { now: () => server.clock.now });
});
afterAll(async () => {
  await server.close();
});

const listOf = (count: number, surname: string) => ({
  name: 'alunni.csv',
  bytes: Buffer.from(
    `Cognome;Nome;Data di nascita;Classe\n${Array.from(
      { length: count },
      (_, index) => `${surname}${'abcdefghij'[index % 10]}${index};Ada;${(index % 28) + 1}/3/2014;1A`,
    ).join('\n')}\n`,
  ),
});
const optionsOf = (): ImportOptions => ({
  school: SCHOOL,
  dryRun: false,
  now: server.clock.now,
  author: STAFF.office satisfies PersonId,
});
const size = async () => (await server.roster.readRoster(SCHOOL)).records.length;

test('an import in a thread reports what one without reports, phase by phase', async () => {
  const file = listOf(5, 'Filo');
  const { records } = await server.roster.readRoster(SCHOOL);
  const expected = await importRoster(createMemoryStore(records), [file], optionsOf());
  const phases: string[] = [];
  const report = await importInThread(store, [file], optionsOf(), { onPhase: (phase) => phases.push(phase) });
  expect(report).toEqual(expected);
  expect(phases).toEqual(['reading', 'planning', 'writing']);
  const again = await importInThread(store, [file], { ...optionsOf(), dryRun: true });
  expect(again.unchanged.pupils).toBe(5);
});

test('what is no roster is refused through the thread, with its file and reason', async () => {
  const file = { name: 'spesa.csv', bytes: Buffer.from('pane,latte\n1,2\n') };
  const failure = await importInThread(store, [file], optionsOf()).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RosterRefusal);
  expect(failure).toMatchObject({ code: 'notARoster', file: 'spesa.csv' });
});

test.each(['reading', 'planning', 'writing'])('cancelled while %s, nothing is written', async (phase) => {
  const before = await size();
  const cancel = new AbortController();
  const run = importInThread(store, [listOf(700, 'Mai')], optionsOf(), {
    signal: cancel.signal,
    onPhase: (now) => {
      if (now === phase) cancel.abort();
    },
  });
  await expect(run).rejects.toThrow(/abort/i);
  expect(await size()).toBe(before);
});

test('the office sees where an import stands and can end it; others cannot', async () => {
  const desk = officeDesk(server);
  expect((await desk.get('roster/import')).body).toEqual({ phase: 'idle' });
  const ask = async (name: 'office' | 'anna') =>
    await server.app.inject({
      method: 'DELETE',
      url: '/api/office/roster/import',
      headers: { authorization: `Bearer ${await server.token(name)}` },
    });
  expect((await ask('anna')).statusCode).toBe(403);
  const before = await size();
  // A request goes out when its promise is asked for.
  const upload = Promise.resolve(
    server.app.inject({
      method: 'POST',
      url: '/api/office/roster/import',
      headers: {
        authorization: `Bearer ${await server.token('office')}`,
        'content-type': 'application/octet-stream',
        'x-file-name': 'alunni.csv',
      },
      payload: listOf(2000, 'Fermo').bytes,
    }),
  );
  await vi.waitFor(
    async () => expect((await desk.get<{ phase: string }>('roster/import')).body.phase).not.toBe('idle'),
    { timeout: 20_000 },
  );
  expect((await ask('office')).statusCode).toBe(204);
  expect((await upload).json()).toMatchObject({ kind: 'notPossible', reason: 'cancelled' });
  expect(await size()).toBe(before);
});
