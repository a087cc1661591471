import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { toEntryId, toInstant, type LocalDate, type PersonId } from '../../../domain/base/ids.ts';
import { appointmentId } from '../../../domain/kinds/appointment/record.ts';
import { schoolYearId, type SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { substitutionId } from '../../../domain/kinds/substitution/record.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { endpoints } from '../../../domain/protocol/registry.ts';
import { breakable, type Breakable } from '../../testing/breakable-storage.ts';
import { officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { writeData } from '../../testing/record-tools.ts';
import { familySchool, GUARDIANS } from '../../testing/test-families.ts';
import { lesson, signature } from '../../testing/test-records.ts';
import { CLASS_A, envelope, pupilOf, SCHOOL, STAFF, TEST_NOW, TODAY } from '../../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';
import { officeActs } from '../acts.ts';

/** The import is an act of its own (`import-roster.test.ts`), and ending one writes nothing. */
const NO_ACTS = ['importRoster', 'cancelImport'];
type Act = keyof typeof officeActs;

/** What an act asks for once everything is ready for it. */
interface Asked {
  readonly payload?: object;
  readonly id?: string;
}

let server: TestServer;
let disk: Breakable;
let clerk: OfficeDesk;
beforeEach(async () => {
  server = await startTestServer(familySchool(), {
    wrap: (storage) => (disk = breakable(storage)).storage,
  });
  clerk = officeDesk(server);
});
afterEach(async () => {
  await server.close();
});

const ANNA = usernameOf('anna');
const CONTACTS = { phone: '06 1', email: 'ufficio@example.it', address: 'Via Prova 1', city: 'Roma' };
const SHARED = { children: [{ pupil: pupilOf(CLASS_A, 1), guardian: 'second' }] } as const;

const issued = async (person: PersonId) => must((await clerk.issue({ person })).issued[0], 'a new account');
const change = async (emails: readonly string[], more = {}) =>
  await writeData(server, GUARDIANS.nino, { ...SHARED, emails, ...more });

/** An account in use whose record a list has changed: what waits, as the office is shown it. */
async function waiting(): Promise<Asked> {
  const username = await issued(GUARDIANS.nino);
  await server.storage.accounts.transaction(async (own) => {
    const account = must(await own.account(username), 'issued');
    await own.saveAccount({ ...account, activatedAt: server.clock.now });
  });
  // What somebody else wrote: nobody decides on their own.
  await change(['nuovo@example.it'], { author: STAFF.principal });
  const digest = must((await clerk.account(username))?.recordChange, 'a change that waits').digest;
  return { payload: { usernames: [username], seen: [digest] } };
}

async function handedOver(): Promise<Asked> {
  const record = lesson(STAFF.anna, { signatures: [signature(STAFF.anna)] });
  const id = `${ANNA}/${record.entry}`;
  await server.storage.accounts.transaction(async (own) => {
    const named = { id, school: SCHOOL, username: ANNA, device: 'Aula 3', entry: record.entry };
    const entry = { collection: 'lessons', record: { ...record }, assumed: null, at: TEST_NOW } as const;
    await own.saveHandedOver({ ...named, ...entry, state: 'waiting' });
  });
  return { payload: { ids: [id], take: true } };
}

async function heldElsewhere(): Promise<Asked> {
  const place = {
    kind: 'lesson',
    id: 'lesson-1',
    entry: toEntryId('01940000-0000-7000-8000-000000000001'),
    author: STAFF.carla,
  } as const;
  const where = { reporter: STAFF.anna, device: 'PC', class: CLASS_A, day: TODAY };
  const times = { recordedAt: toInstant(TEST_NOW - 600_000), reportedAt: TEST_NOW };
  await server.storage.transaction(SCHOOL, (own) => own.saveHeldElsewhere({ ...place, ...where, ...times }));
  return { payload: { places: [{ ...place, reportedAt: toInstant(TEST_NOW) }] } };
}

async function failedMail(): Promise<Asked> {
  await clerk.act('mail', { usernames: [await issued(GUARDIANS.nino)] });
  const [mail] = await server.storage.accounts.read((reader) => reader.mailsOfSchool(SCHOOL, 1));
  const failed = { ...must(mail, 'queued'), state: 'failed', attempts: 1 } as const;
  await server.storage.accounts.transaction((own) => own.saveMail(failed));
  return { id: failed.id };
}

const COORDINATOR = {
  kind: 'appointment',
  role: 'coordinator',
  person: STAFF.anna,
  class: CLASS_A,
  from: TODAY,
} as const;

async function appointed() {
  const { body } = await clerk.post<{ ids: readonly [string] }>('papers', { papers: [COORDINATOR] });
  const [id] = body.ids;
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('roster', [id]));
  return { id, seen: storedRecord(must(texts.get(id), 'it was written')).entry };
}

/** Last year, as it stands; whoever acts is the principal's delegate, who opens it again. */
async function yearOver(changes: Pick<SchoolYear, 'closedOn'>) {
  const days = { lessonsFrom: '2025-09-15' as LocalDate, lessonsTo: '2026-06-06' as LocalDate };
  const year: SchoolYear = {
    ...envelope(schoolYearId(2025)),
    kind: 'schoolYear',
    startYear: 2025,
    ...days,
    periods: [{ name: 'Anno', from: days.lessonsFrom, to: days.lessonsTo }],
    restDays: [],
    closures: [],
    ...changes,
  };
  const what = { role: 'principal', person: STAFF.office } as const;
  const span = { from: '2026-09-01' as LocalDate, to: '2027-06-30' as LocalDate };
  const delegate = {
    ...envelope(appointmentId(what, span.from)),
    kind: 'appointment',
    ...what,
    ...span,
  } as const;
  await server.roster.write(SCHOOL, [year, delegate]);
  return { startYear: 2025, seen: year.entry };
}

const STOOD_IN = { day: TODAY, hour: 1, class: CLASS_A, teacher: STAFF.carla } as const;

async function assigned() {
  await clerk.post('substitutions', { hours: [STOOD_IN] });
  const id = substitutionId(TODAY, 1, CLASS_A, STAFF.carla);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('timetable', [id]));
  return { id, seen: storedRecord(must(texts.get(id), 'it was given')).entry };
}

/** How each act is made ready; the compiler asks for a line. */
const ACTS: Readonly<Record<Act, () => Promise<Asked>>> = {
  issueAccounts: async () => ({ payload: { person: GUARDIANS.marta } }),
  reissueAccounts: async () => ({ payload: { usernames: [await issued(GUARDIANS.marta)] } }),
  mailAccounts: async () => ({ payload: { usernames: [await issued(GUARDIANS.nino)] } }),
  remindAccounts: async () => {
    await issued(GUARDIANS.nino);
    return {};
  },
  confirmAddresses: async () => {
    await change(['nino@example.it'], { unconfirmedEmails: ['nino@example.it'] });
    return { payload: { usernames: [await issued(GUARDIANS.nino)] } };
  },
  confirmRecords: waiting,
  refuseRecords: waiting,
  blockAccounts: async () => ({ payload: { usernames: [ANNA], reason: 'Supplenza finita' } }),
  unblockAccounts: async () => {
    await clerk.act('block', { usernames: [ANNA], reason: 'Supplenza finita' });
    return { payload: { usernames: [ANNA] } };
  },
  blockLeavers: async () => {
    await issued(GUARDIANS.nino);
    await change(['nino@example.it'], { children: [] });
    return {};
  },
  printLetters: async () => {
    await ask('changeContacts', { payload: CONTACTS });
    return { payload: { usernames: [await issued(GUARDIANS.marta)] } };
  },
  printMails: async () => {
    await clerk.act('mail', { usernames: [await issued(GUARDIANS.nino)] });
    return {};
  },
  changeRules: async () => ({ payload: { secondFactorRoles: ['teacher'], studentAccess: 'off' } }),
  changeContacts: async () => ({ payload: CONTACTS }),
  closeYear: async () => ({ payload: await yearOver({}) }),
  reopenYear: async () => ({
    payload: { ...(await yearOver({ closedOn: TODAY })), reason: 'Un voto da correggere' },
  }),
  freezePeriod: async () => ({ payload: { ...(await yearShown()), period: 0, frozen: true } }),
  holdGrades: async () => ({ payload: { ...(await yearShown()), period: 0, until: '2026-12-01' } }),
  saySubject: async () => ({ payload: { ...(await mathsShown()), special: 'civics' } }),
  retryMail: failedMail,
  setPlacesAside: heldElsewhere,
  settleHandOvers: handedOver,
  writePapers: () => Promise.resolve({ payload: { papers: [COORDINATOR] } }),
  changePaper: async () => ({
    payload: { ...(await appointed()), paper: { ...COORDINATOR, to: '2026-12-01' } },
  }),
  cancelPaper: async () => ({ payload: await appointed() }),
  assignSubstitution: () => Promise.resolve({ payload: { hours: [STOOD_IN] } }),
  cancelSubstitution: async () => ({ payload: await assigned() }),
};

/** The year of the tests, as it is on the screen. */
async function yearShown() {
  const id = schoolYearId(2026);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('settings', [id]));
  return { startYear: 2026, seen: storedRecord(must(texts.get(id), 'the year')).entry };
}

/** A subject, as it is on the screen. */
async function mathsShown() {
  const subject = subjectId('Matematica');
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('roster', [subject]));
  return { subject, seen: storedRecord(must(texts.get(subject), 'the subject')).entry };
}

async function ask(act: Act, { payload, id = '' }: Asked) {
  const { method, path: route } = officeActs[act].endpoint;
  const headers = { authorization: `Bearer ${await server.token('office')}` };
  const url = route.replace(':id', id);
  return await server.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
}

/** Everything that is in the database, by table. */
function contents(): Readonly<Record<string, string>> {
  const database = new DatabaseSync(path.join(server.folder, 'campanella.sqlite'), { readOnly: true });
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const rows = (name: string) => database.prepare(`SELECT * FROM "${name}"`).all();
  const found = names.map(({ name }) => [String(name), JSON.stringify(rows(String(name)))]);
  database.close();
  return Object.fromEntries(found) as Record<string, string>;
}

test('every message of the office that changes something is an act, whichever area it is in', () => {
  const writing = Object.entries(endpoints).flatMap(([id, { audience, method }]) =>
    audience === 'office' && method !== 'GET' ? [id.slice(id.indexOf('.') + 1)] : [],
  );
  expect(writing.toSorted()).toEqual([...Object.keys(officeActs), ...NO_ACTS].toSorted());
});

test.each(Object.keys(officeActs) as Act[])(
  '%s leaves nothing, neither of the act nor of its note, where the disk fills up on the way',
  async (act) => {
    const asked = await ACTS[act]();
    await server.token('office');
    const before = contents();
    const known = (await clerk.events()).length;
    for (let write = 1; ; write += 1) {
      disk.breakAt(write);
      const { statusCode } = await ask(act, asked);
      if (!disk.mend()) {
        expect(statusCode).toBeLessThan(300);
        // A change, its note and the commit at least.
        expect(write).toBeGreaterThan(3);
        break;
      }
      expect(statusCode).toBeGreaterThanOrEqual(500);
      expect(contents()).toEqual(before);
    }
    const after = contents();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed).toContain('account_event');
    expect(changed.length).toBeGreaterThan(1);
    const events = await clerk.events();
    const noted = events.slice(0, events.length - known).map((event) => event.act);
    expect(officeActs[act].endpoint.notes.some((name) => noted.includes(name))).toBe(true);
  },
);
