import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bucketsOf } from '../domain/entries/buckets-of.ts';
import { toPersonId, toSchoolId, type LocalTime, type SchoolId } from '../domain/base/ids.ts';
import { nameListId } from '../domain/kinds/name-list/record.ts';
import type { CollectionName } from '../domain/record/collection-names.ts';
import type { AttendanceDay } from '../domain/kinds/attendance-day/record.ts';
import { classMovementId } from '../domain/kinds/class-movement/record.ts';
import { justificationId } from '../domain/kinds/justification/record.ts';
import { permitId } from '../domain/kinds/permit/record.ts';
import { kindOf, kinds, type RegisterRecord } from '../domain/kinds/registry.ts';
import type { PushOutcome, SyncAnswer } from '../domain/protocol/endpoints/register/sync.ts';
import { createChangeHub, type ChangeHub } from './register/changes/change-hub.ts';
import { createSchoolSnapshots } from './school/school-snapshots.ts';
import { assessment, grade } from './testing/gradebook/test-grades.ts';
import { attendance, at, edited, event, lesson, signature } from './testing/test-records.ts';
import * as school from './testing/test-school.ts';
import { CLASS_A, CLASS_B, pupilOf, SCHOOL, STAFF } from './testing/test-school.ts';
import { PASSWORD, startTestServer, type TestServer } from './testing/test-server.ts';

/**
 * Who reads what, and what becomes of who writes it. All records are of class 1A. Anna teaches 1A, Bruno teaches 1B, Else teaches in
 * another school of the same server. The notice is addressed to Anna.
 *
 * Reading is tried four ways, which must agree: pull, history, the answer to a conflicting push, live tick. Whoever does not read a
 * record must get, for everything, the very same answers as for one that does not exist.
 */
const MATRIX = `
  record         | anna      | bruno     | office    | principal | ata       | else      | anna writes | bruno     | office    | ata       | else
  school         | reads     | reads     | reads     | reads     | reads     | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  schoolYear     | reads     | reads     | reads     | reads     | reads     | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  class          | reads     | reads     | reads     | reads     | reads     | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  subject        | reads     | reads     | reads     | reads     | reads     | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  colleague      | reads     | reads     | reads     | reads     | reads     | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  pupil          | reads     | -         | reads     | reads     | -         | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  guardian       | -         | -         | reads     | reads     | -         | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  personalData   | -         | -         | reads     | reads     | -         | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  enrolment      | reads     | -         | reads     | reads     | -         | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  assignment     | reads     | reads     | reads     | reads     | reads     | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  appointment    | reads     | reads     | reads     | reads     | reads     | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  group          | reads     | reads     | reads     | reads     | reads     | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  groupMembership| reads     | -         | reads     | reads     | -         | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  religionChoice | -         | -         | reads     | reads     | -         | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  derogation     | -         | -         | reads     | reads     | -         | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  guardianship   | -         | -         | reads     | reads     | -         | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  nameList       | reads     | reads     | -         | -         | -         | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  bellScheme     | reads     | reads     | reads     | reads     | reads     | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  timetableEntry | reads     | reads     | reads     | reads     | reads     | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  substitution   | reads     | reads     | reads     | reads     | reads     | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  lesson         | reads     | -         | reads     | reads     | -         | -         | stored      | forbidden | forbidden | forbidden | forbidden
  attendanceDay  | reads     | -         | reads     | reads     | -         | -         | stored      | forbidden | forbidden | forbidden | forbidden
  elsewhere      | reads     | -         | reads     | reads     | -         | -         | stored      | forbidden | forbidden | forbidden | forbidden
  classMovement  | reads     | -         | reads     | reads     | -         | -         | stored      | forbidden | forbidden | forbidden | forbidden
  justification  | reads     | -         | reads     | reads     | -         | -         | stored      | forbidden | stored    | forbidden | forbidden
  permit         | reads     | -         | reads     | reads     | -         | -         | forbidden   | forbidden | stored    | forbidden | forbidden
  assessment     | reads     | -         | -         | reads     | -         | -         | stored      | forbidden | forbidden | forbidden | forbidden
  grade          | reads     | -         | -         | reads     | -         | -         | stored      | forbidden | forbidden | forbidden | forbidden
  delegate       | reads     | -         | reads     | reads     | -         | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  standingAuthorisation | reads | -      | reads     | reads     | -         | -         | readOnly    | readOnly  | readOnly  | readOnly  | readOnly
  conflictNotice | reads     | -         | -         | -         | -         | -         | stored      | forbidden | forbidden | forbidden | forbidden
`;

const onPaper = { act: 'justify', item: 'absence', reason: 'health', origin: 'paper' } as const;
const ELSE_SCHOOL = toSchoolId('TEST0002');
const ELSE = toPersonId('staff-else');

interface Person {
  readonly token: string;
  readonly school: SchoolId;
  readonly id: RegisterRecord['author'];
}

let server: TestServer;
let hub: ChangeHub;
const people = new Map<string, Person>();
const records = new Map<string, RegisterRecord>();
const ticks = new Map<string, number>();
/** Settled when the hub has told everybody of what was published last. */
let told = Promise.withResolvers<void>();

beforeAll(async () => {
  const start = school.schoolRecords();
  server = await startTestServer([...start, ...elsewhere()]);
  const passwordHash = await server.hash(PASSWORD);
  await server.roster.saveAccounts([
    { school: ELSE_SCHOOL, person: ELSE, username: 'TEST0002.1', passwordHash },
  ]);
  for (const name of ['anna', 'bruno', 'office', 'principal', 'ata'] as const)
    people.set(name, { token: await server.token(name), school: SCHOOL, id: STAFF[name] });
  const payload = { username: 'TEST0002.1', password: PASSWORD, device: { id: 'device-else', name: '' } };
  const signedIn = await server.app.inject({ method: 'POST', url: '/session/sign-in', payload });
  const token = signedIn.json<{ tokens: { accessToken: string } }>().tokens.accessToken;
  people.set('else', { token, school: ELSE_SCHOOL, id: ELSE });
  await makeRecords(start);
  listen();
});
afterAll(async () => {
  await hub.close();
  await server.close();
});

function elsewhere(): readonly RegisterRecord[] {
  return [
    school.classRecord(CLASS_B, 'B'),
    school.staffRecord(ELSE, 'Else', ['teacher']),
    school.assignmentRecord(ELSE, CLASS_B, 'Matematica'),
  ].map((record) => ({ ...record, school: ELSE_SCHOOL }));
}

async function makeRecords(start: readonly RegisterRecord[]): Promise<void> {
  const find = (test: (record: RegisterRecord) => boolean) => {
    const record = start.find(test);
    if (!record) throw new Error('not in the test school');
    return record;
  };
  for (const kind of [
    'school',
    'schoolYear',
    'class',
    'subject',
    'enrolment',
    'bellScheme',
    'timetableEntry',
  ])
    records.set(
      kind,
      find((record) => record.kind === kind),
    );
  records.set(
    'colleague',
    find((record) => record.id === STAFF.carla),
  );
  records.set(
    'assignment',
    find((record) => record.kind === 'assignment' && record.teacher === STAFF.carla),
  );
  records.set(
    'pupil',
    find((record) => record.id === pupilOf(CLASS_A, 1)),
  );
  records.set(
    'personalData',
    find((record) => record.kind === 'personalData'),
  );
  const [person] = school.pupilRecords(CLASS_A, toPersonId('guardian-1'));
  const guardian = { ...person, type: 'guardian' } as RegisterRecord;
  await server.roster.write(SCHOOL, [guardian]);
  records.set('guardian', guardian);

  await writeWhoIsWho();
  const base = lesson(STAFF.anna, { signatures: [signature(STAFF.anna)], topic: 'Base' });
  const later = edited(base, { topic: 'Later', recordedAt: at('08:50') });
  await server.push('anna', 'lessons', [base]);
  await server.push('anna', 'lessons', [{ assumed: base, next: later }]);
  records.set('lesson', later);
  const day = attendance(STAFF.anna, pupilOf(CLASS_A, 1), [event('absent', STAFF.anna)]);
  await server.push('anna', 'attendance', [day]);
  records.set('attendanceDay', day);
  const { school: of, author, recordedAt } = day;
  const place = { school: of, author, recordedAt, day: day.day, class: CLASS_A };
  const pupil = pupilOf(CLASS_A, 1);
  const out = edited({ ...kinds.presenceElsewhere.samples[0], ...place, pupil }, {});
  const id = classMovementId(day.day, CLASS_A);
  const moved = edited({ ...kinds.classMovement.samples[0], ...place, id }, {});
  await server.push('anna', 'attendance', [out, moved]);
  records.set('elsewhere', out);
  records.set('classMovement', moved);
  await writeOfJustifying(day);
  const column = assessment(STAFF.anna);
  const given = grade(STAFF.anna, column, pupil, { quarters: 24 });
  await server.push('anna', 'grades', [column, given]);
  records.set('assessment', column);
  records.set('grade', given);
  // Carla overrules what Anna wrote: that makes the notice.
  const carlas = edited(base, { topic: 'Carla', recordedAt: at('08:55') });
  const signed = { ...carlas, signatures: [signature(STAFF.anna), signature(STAFF.carla, 'Storia')] };
  await server.push('carla', 'lessons', [{ assumed: base, next: signed }]);
  const answer = await pull('anna', 'personal');
  records.set('conflictNotice', answer.find((record) => record.kind === 'conflictNotice') as RegisterRecord);
}

/** What is done about a pupil's day: the teacher of the first hour writes down what came on paper, and a guardian has asked for a permit. */
async function writeOfJustifying({ school: of, author, recordedAt, day }: AttendanceDay): Promise<void> {
  const pupil = pupilOf(CLASS_A, 1);
  const place = { school: of, author, recordedAt, day, class: CLASS_A, pupil };
  const acts = [{ ...onPaper, id: 'written', at: recordedAt, by: author }];
  const written = edited(
    { ...kinds.justification.samples[0], ...place, id: justificationId(day, pupil), acts },
    {},
  );
  await server.push('anna', 'attendance', [written]);
  records.set('justification', written);
  const [, asked] = kinds.permit.samples;
  const envelope = school.envelope(permitId(day, pupil, 'entry'));
  const others = [
    { ...asked, ...place, ...envelope },
    { ...kinds.delegate.samples[0], ...school.envelope('aunt'), pupil, class: CLASS_A },
    { ...kinds.standingAuthorisation.samples[0], ...school.envelope('bus'), pupil, class: CLASS_A },
  ];
  await server.roster.write(SCHOOL, others);
  for (const record of others) records.set(record.kind, record);
}

/** What the office says of who is what: of the class, of its first pupil and of a guardian of that pupil. */
async function writeWhoIsWho(): Promise<void> {
  const of = { class: CLASS_A, pupil: pupilOf(CLASS_A, 1) };
  const found = [
    { ...kinds.appointment.samples[0], person: STAFF.carla, class: CLASS_A },
    { ...kinds.group.samples[0], class: CLASS_A },
    { ...kinds.groupMembership.samples[0], ...of },
    { ...kinds.religionChoice.samples[0], ...of },
    { ...kinds.derogation.samples[0], pupil: of.pupil, classes: [CLASS_A] },
    { ...kinds.guardianship.samples[0], pupil: of.pupil },
    { ...kinds.substitution.samples[0], class: CLASS_A, teacher: STAFF.carla },
  ].map((record) => ({ ...record, ...school.envelope(record.id) }));
  await server.roster.write(SCHOOL, found);
  for (const record of found) records.set(record.kind, record);
  const lists = await pull('anna', 'roster');
  records.set('nameList', lists.find(({ id }) => id === nameListId(CLASS_A)) as RegisterRecord);
}

function listen(): void {
  const { storage } = server;
  const now = () => server.clock.now;
  hub = createChangeHub({
    storage: {
      ...storage,
      read: async (of, work) => await storage.read(of, work).finally(told.resolve),
    },
    snapshots: createSchoolSnapshots(),
    now,
    onError: (error) => expect.unreachable(String(error)),
  });
  for (const [name, { token, school: own, id }] of people) {
    hub.subscribe({
      school: own,
      person: id,
      kind: 'staff',
      session: String(decodeJwt(token)['session']),
      send: () => ticks.set(name, (ticks.get(name) ?? 0) + 1),
      end: () => undefined,
    });
  }
}

async function ask(name: string, request: object): Promise<SyncAnswer> {
  return await server.sync(people.get(name)?.token ?? '', request);
}

async function pull(name: string, collection: CollectionName): Promise<readonly RegisterRecord[]> {
  const answer = await ask(name, { pull: { [collection]: { checkpoint: {}, limit: 2000 } } });
  return answer.pull[collection]?.documents ?? [];
}

async function push(
  name: string,
  assumed: RegisterRecord | null,
  next: RegisterRecord,
): Promise<PushOutcome> {
  const collection = kindOf(next).collection;
  const answer = await ask(name, { push: { [collection]: [{ assumed, next }] } });
  const outcome = answer.push[collection]?.[0];
  if (!outcome) throw new Error('no answer');
  return outcome;
}

async function history(name: string, { kind, id }: RegisterRecord) {
  const headers = { authorization: `Bearer ${people.get(name)?.token}` };
  const url = `/api/history/${kindOf({ kind }).collection}/${encodeURIComponent(id)}`;
  const { statusCode, body, headers: answered } = await server.app.inject({ url, headers });
  return { statusCode, body, length: answered['content-length'] };
}

/** The same record of a class and of people that do not exist. */
function missingTwin(record: RegisterRecord): RegisterRecord {
  const other = JSON.stringify(record)
    .replaceAll('LS.1A', 'LS.9Z')
    .replaceAll('pupil-', 'nobody-')
    .replaceAll('"guardian-1', '"guardian-9');
  const twin = JSON.parse(other) as RegisterRecord;
  return twin.id === record.id ? ({ ...twin, id: `${twin.id}-9` } as RegisterRecord) : twin;
}

/** What an answer says, without the names that were in the question. */
function said({ id: _id, entry: _entry, ...rest }: PushOutcome): string {
  return JSON.stringify(rest);
}

const [header = [], ...rows] = MATRIX.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const READERS = header.slice(1, 7);
const WRITERS = header.slice(7).map((cell) => cell.split(' ')[0] ?? '');
const recordOf = (name: string) => {
  const record = records.get(name);
  if (!record) throw new Error(`no record ${name}`);
  return record;
};
/** A change that loses against what stands, so that the answer would tell of it. */
const stale = (record: RegisterRecord) => edited(record, { recordedAt: at('07:00') });

describe.each(rows)('%s', (kind, ...cells) => {
  test.each(READERS.map((name, index) => [name, cells[index]] as const))('%s: %s', async (name, cell) => {
    const record = recordOf(kind);
    const reads = cell === 'reads';
    const pulled = await pull(name, kindOf(record).collection);
    expect(
      pulled.some(({ id, school: of }) => id === record.id && of === SCHOOL),
      'pull',
    ).toBe(reads);

    expect((await history(name, record)).statusCode, 'history').toBe(reads ? 200 : 403);
    const conflict = await push(name, null, stale(record));
    expect(conflict.master !== undefined, 'conflict answer').toBe(reads);

    const before = ticks.get(name) ?? 0;
    told = Promise.withResolvers();
    hub.publish(SCHOOL, new Map([[kindOf(record).collection, new Set(bucketsOf(record))]]));
    await told.promise;
    expect((ticks.get(name) ?? 0) > before, 'live tick').toBe(reads);

    if (reads) return;
    const twin = missingTwin(record);
    expect(await history(name, twin), 'history of a missing one').toEqual(await history(name, record));
    expect(said(await push(name, null, stale(twin))), 'conflict with a missing one').toBe(said(conflict));
    const changed = said(await push(name, record, edited(record, {})));
    expect(said(await push(name, twin, edited(twin, {}))), 'write of a missing one').toBe(changed);
  });

  test.each(WRITERS.map((name, index) => [name, cells[READERS.length + index] ?? ''] as const))(
    '%s writes: %s',
    async (name, cell) => {
      const record = recordOf(kind);
      const current =
        (await pull('anna', kindOf(record).collection)).find(({ id }) => id === record.id) ?? record;
      const { outcome, refusal } = await push(name, current, changeOf(current, people.get(name)?.id ?? ELSE));
      expect(refusal?.reason ?? outcome).toBe(cell);
    },
  );
});

function changeOf(record: RegisterRecord, by: RegisterRecord['author']): RegisterRecord {
  const made = { id: `by ${by}`, by, at: record.recordedAt };
  switch (record.kind) {
    case 'lesson':
      return edited(record, { activity: `${record.activity}x` });
    case 'attendanceDay':
      return edited(record, { events: [] });
    case 'presenceElsewhere':
      return edited(record, { whereabouts: `${record.whereabouts}x` });
    case 'classMovement':
      return edited(record, { movementReason: `${record.movementReason}x` });
    case 'justification': {
      const exit = {
        ...onPaper,
        ...made,
        item: 'exit',
        time: `1${record.acts.length}:00` as LocalTime,
      } as const;
      return edited(record, { acts: [...record.acts, exit] });
    }
    case 'permit':
      return edited(record, { acts: [...record.acts, { ...made, act: 'grant', answers: 'one' }] });
    case 'assessment':
      return edited(record, { topic: `${record.topic}x` });
    case 'grade':
      return edited(record, { comment: `${record.comment ?? ''}x` });
    case 'conflictNotice':
      return edited(record, { seen: true });
    default:
      return edited(record, {});
  }
}
