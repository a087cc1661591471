import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { appointmentId, type Appointment } from '../../../domain/kinds/appointment/record.ts';
import { schoolYearId, type SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { lesson, signature } from '../../testing/test-records.ts';
import { CLASS_A, envelope, pupilOf, SCHOOL, STAFF, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const JULY = Date.parse('2027-07-01T09:30:00.000Z');
const DAY = 86_400_000;
const day = (text: string) => text as LocalDate;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  server.clock.now = JULY;
});
afterEach(async () => {
  await server.close();
});

type Answer = { readonly reason?: string };

/** Somebody at the office's desk who has signed in on the day of the clock: tokens do not last for weeks. */
function desk(name: StaffName = 'office'): OfficeDesk {
  const token = async (of: StaffName) => (await server.signIn(of)).accessToken;
  return officeDesk({ ...server, token }, name);
}

async function year(startYear = 2026): Promise<SchoolYear> {
  const id = schoolYearId(startYear);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('settings', [id]));
  const found = storedRecord(must(texts.get(id), 'the year'));
  if (found.kind !== 'schoolYear') throw new Error('no year');
  return found;
}

async function act(path: 'close' | 'reopen', name: StaffName, changes: object = {}) {
  const { startYear, entry: seen } = await year();
  const reason = path === 'reopen' ? { reason: 'Un’assenza da correggere' } : {};
  return await desk(name).post<Answer>(`years/${path}`, {
    startYear,
    seen,
    ...reason,
    ...changes,
  });
}

async function appoint(name: StaffName, role: Appointment['role']): Promise<void> {
  const from = day('2026-09-01');
  const what = { role, person: STAFF[name] };
  const record: Appointment = {
    ...envelope(appointmentId(what, from)),
    kind: 'appointment',
    ...what,
    from,
    to: day('2027-08-31'),
  };
  await server.roster.write(SCHOOL, [record]);
}

describe('D198: closing a school year', () => {
  test('is an act of the office, which the register of operations tells', async () => {
    expect((await act('close', 'office')).status).toBe(204);
    expect(await year()).toMatchObject({ closedOn: '2027-07-01', author: STAFF.office });
    const event = (await desk().events(usernameOf('office'))).find(({ act: done }) => done === 'yearClosed');
    expect(event).toMatchObject({
      act: 'yearClosed',
      by: usernameOf('office'),
      details: { year: '2026/27' },
    });
  });

  test('waits for the end of the lessons, and for nobody who has seen another state', async () => {
    server.clock.now = Date.parse('2027-06-05T09:30:00.000Z');
    expect((await act('close', 'office')).body.reason).toBe('yearUnderWay');
    server.clock.now += DAY;
    expect((await act('close', 'office', { startYear: 2031 })).body.reason).toBe('changed');
    expect((await act('close', 'office', { seen: envelope('other').entry })).body.reason).toBe('changed');
    expect((await act('close', 'office')).status).toBe(204);
    expect((await act('close', 'office')).body.reason).toBe('yearClosed');
  });

  test.each<readonly [StaffName, Appointment['role'] | undefined, number]>([
    ['principal', undefined, 204],
    ['ata', 'administrator', 204],
    ['anna', undefined, 403],
    ['bruno', 'staff', 403],
    ['office', 'studentOffice', 403],
    ['office', 'personnelOffice', 403],
  ])('F.5: %s as %s is answered %i', async (name, role, status) => {
    if (role) await appoint(name, role);
    expect((await act('close', name)).status).toBe(status);
    expect((await year()).closedOn !== undefined).toBe(status === 204);
  });
});

describe('D198: a closed school year opens again', () => {
  test('by the principal alone, with a reason that stays', async () => {
    await act('close', 'office');
    expect((await act('reopen', 'office')).status).toBe(403);
    expect((await act('reopen', 'principal', { reason: '  ' })).status).toBe(400);
    expect(await year()).toHaveProperty('closedOn');
    expect((await act('reopen', 'principal')).status).toBe(204);
    expect(await year()).not.toHaveProperty('closedOn');
    const [event] = await desk().events(usernameOf('principal'));
    expect(event).toMatchObject({
      act: 'yearReopened',
      details: { year: '2026/27', reason: 'Un’assenza da correggere' },
    });
    expect((await act('reopen', 'principal')).body.reason).toBe('changed');
  });

  test('by whoever has the principal’s tasks for a time (D216)', async () => {
    await act('close', 'office');
    await appoint('carla', 'principal');
    expect((await act('reopen', 'carla')).status).toBe(204);
  });
});

describe('D198: in a closed school year nothing is written', () => {
  const post = async (path: string, what: object, name: StaffName = 'office') =>
    await desk(name).post<Answer & { ids?: readonly [string] }>(path, what);
  const span = { class: CLASS_A, from: '2026-11-02' };
  const pupil = pupilOf(CLASS_A, 1);

  const NEW_PAPERS = [
    { kind: 'appointment', role: 'coordinator', person: STAFF.anna, ...span },
    { kind: 'group', class: CLASS_A, code: 'CHI', name: 'Chimica' },
    { kind: 'religionChoice', pupil, choice: 'leaves', ...span },
    {
      kind: 'derogation',
      pupil,
      startYear: 2026,
      category: 'therapies',
      document: 'Prot. 12',
      halfUnits: 10,
    },
    { kind: 'appointment', role: 'staff', person: STAFF.carla, from: '2026-09-01' },
  ];
  test('by no act of the office: no paper of it is written, put right or taken back', async () => {
    const written = await post('papers', { papers: [NEW_PAPERS[0]] });
    const [id] = must(written.body.ids, 'written while it was open');
    await act('close', 'office');
    const paper = NEW_PAPERS[0];
    const seenOf = async () => {
      const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('roster', [id]));
      return storedRecord(must(texts.get(id), 'it stands')).entry;
    };
    const seen = await seenOf();
    // On the day itself the office works on, as everybody does.
    server.clock.now += DAY;
    const asked = [
      ...NEW_PAPERS.slice(1).map((one) => ['papers', { papers: [one] }] as const),
      ['papers/change', { id, seen, paper: { ...paper, from: '2026-11-09' } }] as const,
      ['papers/change', { id, seen, paper: { ...paper, to: '2027-05-01' } }] as const,
      ['papers/cancel', { id, seen }] as const,
    ];
    for (const [path, what] of asked)
      expect((await post(path, what)).body, `${path} ${JSON.stringify(what)}`).toMatchObject({
        reason: 'yearClosed',
      });
    expect(await seenOf()).toBe(seen);
    expect((await act('reopen', 'principal')).status).toBe(204);
    expect((await post('papers/cancel', { id, seen })).status).toBe(204);
  });

  test('from no hand-over that was written after it', async () => {
    const handedOver = async (recordedAt: number) => {
      const record = lesson(STAFF.anna, {
        hour: recordedAt === JULY ? 1 : 2,
        signatures: [signature(STAFF.anna)],
        recordedAt: new Date(recordedAt).toISOString() as ReturnType<typeof lesson>['recordedAt'],
      });
      const username = usernameOf('anna');
      const named = { id: `${username}/${record.entry}`, school: SCHOOL, username, device: 'Aula 3' };
      const entry = { collection: 'lessons', record: { ...record }, assumed: null, at: recordedAt } as const;
      await server.storage.accounts.transaction((own) =>
        own.saveHandedOver({ ...named, entry: record.entry, ...entry, state: 'waiting' }),
      );
      return named.id;
    };
    await act('close', 'office');
    server.clock.now += 2 * DAY;
    const ids = [await handedOver(JULY), await handedOver(JULY + DAY)];
    const { body } = await desk().post('hand-overs/settle', { ids, take: true });
    expect(body).toEqual({ done: 1, refused: [{ id: ids[1], reason: 'yearClosed' }] });
  });

  test('and what is of no year, or of one that is open, is written as before', async () => {
    await act('close', 'office');
    server.clock.now += DAY;
    const contacts = { phone: '06 1', email: 'ufficio@example.it', address: 'Via Prova 1', city: 'Roma' };
    const headers = { authorization: `Bearer ${(await server.signIn('office')).accessToken}` };
    const put = { method: 'PUT', url: '/api/office/contacts', headers, payload: contacts } as const;
    expect((await server.app.inject(put)).statusCode).toBe(204);
    const later = { kind: 'appointment', role: 'staff', person: STAFF.carla, from: '2027-09-01' };
    expect((await post('papers', { papers: [later] })).status).toBe(200);
  });
});
