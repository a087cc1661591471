import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../domain/base/ids.ts';
import { groupId } from '../../domain/kinds/group/record.ts';
import { groupMembershipId } from '../../domain/kinds/group-membership/record.ts';
import { lessonId } from '../../domain/kinds/lesson/record.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { religionChoiceId } from '../../domain/kinds/religion-choice/record.ts';
import { substitutionId } from '../../domain/kinds/substitution/record.ts';
import { subjectId, type Subject } from '../../domain/kinds/subject/record.ts';
import { timetableEntryId, type TimetableEntry } from '../../domain/kinds/timetable-entry/record.ts';
import {
  assignmentRecord,
  CLASS_A,
  envelope,
  pupilOf,
  SCHOOL,
  STAFF,
  taughtTogether,
  TODAY,
  type StaffName,
} from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import type { ClassHour } from '../features/class-hour/view/class-hour.ts';
import { classHour } from '../features/class-hour/view.ts';
import { classTopics } from '../features/class-topics/view.ts';
import { rollsNotTaken } from '../features/rolls-not-taken/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { confirmRollCall, signLesson } from '../kinds/lesson/commands.ts';
import { openableClasses } from '../views/openable-classes.ts';
import { schoolDay } from '../views/school-day.ts';
import { teacherDay } from '../views/hours/teacher-day.ts';
import type { Register } from './register.ts';
import { closeRegisters, deviceOf, lineTo, openComplete, when, whenStatus } from './testing/test-staff.ts';

const FROM = '2026-09-15' as LocalDate;
const place = (hour: number) => ({ day: TODAY, schoolClass: CLASS_A, hour });
const [one, two, three] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2), pupilOf(CLASS_A, 3)];

/** In the second hour the class parts into two groups; in the third some attend religion, and one the alternative. */
const parted: readonly RegisterRecord[] = [
  ...(['INF', 'CHI'] as const).map((code): RegisterRecord => {
    const name = code === 'INF' ? 'Informatica' : 'Chimica';
    return { ...envelope(groupId(CLASS_A, code)), kind: 'group', class: CLASS_A, code, name };
  }),
  ...[one, two, three].map((pupil, index): RegisterRecord => {
    const group = index === 1 ? 'CHI' : 'INF';
    const id = groupMembershipId(pupil, CLASS_A, group, FROM);
    return { ...envelope(id), kind: 'groupMembership', pupil, class: CLASS_A, group, from: FROM };
  }),
  ...[one, two, three].map((pupil, index): RegisterRecord => {
    const choice = (['attending', 'alternative', 'leaves'] as const)[index] ?? 'attending';
    const id = religionChoiceId(pupil, CLASS_A, FROM);
    return { ...envelope(id), kind: 'religionChoice', pupil, class: CLASS_A, choice, from: FROM };
  }),
  subject('Religione', 'religion'),
  subject('Alternativa', 'alternative'),
  assignmentRecord(STAFF.anna, CLASS_A, 'Religione'),
  { ...assignmentRecord(STAFF.carla, CLASS_A, 'Alternativa'), type: 'alternative' },
  { ...taughtTogether(STAFF.anna), group: 'INF' },
  cell(2, STAFF.carla, 'Storia', 'CHI'),
  cell(3, STAFF.anna, 'Religione'),
  cell(3, STAFF.carla, 'Alternativa', 'alternative'),
];

function subject(name: string, special: NonNullable<Subject['special']>): Subject {
  return { ...envelope(subjectId(name)), kind: 'subject', name, shortName: name.slice(0, 3), special };
}

function cell(
  hour: number,
  teacher: TimetableEntry['teachers'][number],
  of: string,
  group?: string,
): TimetableEntry {
  const { validFrom, validTo } = taughtTogether(teacher);
  return {
    ...envelope(timetableEntryId(CLASS_A, 1, hour, validFrom, group)),
    kind: 'timetableEntry',
    class: CLASS_A,
    weekday: 1,
    hour,
    subject: subjectId(of),
    teachers: [teacher],
    ...(group === undefined ? {} : { group }),
    validFrom,
    validTo,
  };
}

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, parted);
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

async function at(name: StaffName): Promise<Register> {
  return await openComplete(deviceOf(await lineTo(server, name)));
}

const rollOf = (hour: ClassHour | undefined) => hour?.pupils.map(({ person }) => person.id);
const shown = async (register: Register, of: Parameters<typeof classHour>[1]) =>
  await when(classHour(register, of), (hour) => hour !== undefined);
const sent = async (register: Register) =>
  await whenStatus(register, ({ waiting, refused }) => waiting.length === 0 && refused.length === 0);

test('D204: two teachers of a parted hour sign two lessons, and each calls the roll of their own pupils', async () => {
  const [anna, carla] = [await at('anna'), await at('carla')];
  const [annas, carlas] = [await shown(anna, place(2)), await shown(carla, place(2))];
  expect([annas?.part, rollOf(annas)]).toEqual([{ group: 'INF', name: 'Informatica' }, [one, three]]);
  expect([carlas?.part, rollOf(carlas)]).toEqual([{ group: 'CHI', name: 'Chimica' }, [two]]);
  expect([annas?.planned?.subject, carlas?.planned?.subject]).toEqual([
    subjectId('Matematica'),
    subjectId('Storia'),
  ]);
  expect((await signLesson(anna, place(2), { topic: 'Cicli', activity: '', rollCall: true })).ok).toBe(true);
  expect((await signLesson(carla, place(2), { topic: 'Acidi', activity: '' })).ok).toBe(true);
  expect((await markPupil(carla, place(2), two, { kind: 'absent' })).ok).toBe(true);
  await sent(anna);
  await sent(carla);

  const ids = ['INF', 'CHI'].map((group) => lessonId(TODAY, 2, CLASS_A, group));
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('lessons', ids));
  const [inf, chi] = ids.map((id): unknown => JSON.parse(texts.get(id) ?? 'null'));
  expect(inf).toMatchObject({
    topic: 'Cicli',
    group: 'INF',
    signatures: [{ teacher: STAFF.anna, type: 'ordinary' }],
  });
  expect(chi).toMatchObject({
    topic: 'Acidi',
    group: 'CHI',
    signatures: [{ teacher: STAFF.carla, type: 'ordinary' }],
  });
  // Neither is a clash with the other, and the roll of one group is not that of the other.
  for (const name of ['anna', 'carla'] as const) expect(await server.notices(name)).toEqual([]);
  const [day, after] = [
    await when(teacherDay(carla, TODAY), ({ hours }) => hours[0]?.absent === 1),
    await when(classHour(carla, place(2)), (hour) => hour?.signedByMe === true),
  ];
  expect(day.hours[0]).toMatchObject({
    group: 'Chimica',
    signedByMe: true,
    rollCallTaken: false,
    enrolled: 1,
  });
  expect(after).toMatchObject({ lesson: { topic: 'Acidi' }, parts: [] });
});

test('D204: an hour of the class is signed for one group where its teacher says so, and found again', async () => {
  const anna = await at('anna');
  const before = await shown(anna, place(1));
  expect(before?.part).toEqual({ group: '' });
  expect(before?.parts.map(({ group }) => group)).toEqual(['', 'CHI', 'INF']);
  const ofGroup = { ...place(1), group: 'CHI' };
  expect(rollOf(await shown(anna, ofGroup))).toEqual([two]);
  expect((await signLesson(anna, ofGroup, { topic: 'Recupero', activity: '' })).ok).toBe(true);
  expect((await confirmRollCall(anna, ofGroup)).ok).toBe(true);
  const after = await when(classHour(anna, place(1)), (hour) => hour?.signedByMe === true);
  expect(after).toMatchObject({ part: { group: 'CHI' }, lesson: { group: 'CHI', topic: 'Recupero' } });
  // The roll of the group says nothing of the others, in the hour after it.
  const next = await shown(anna, { ...place(2), group: '' });
  const looked = next?.pupils.map(({ person, earlier }) => [person.id, earlier.length]);
  expect(looked).toEqual([
    [one, 0],
    [two, 1],
    [three, 0],
  ]);
  await sent(anna);
});

test('D94: beside religion the alternative is a lesson of its own, of those who have chosen it', async () => {
  const [anna, carla] = [await at('anna'), await at('carla')];
  const [annas, carlas] = [await shown(anna, place(3)), await shown(carla, place(3))];
  expect([annas?.part, rollOf(annas)]).toEqual([{ group: '', isAttending: true }, [one]]);
  expect([carlas?.part.group, rollOf(carlas)]).toEqual(['alternative', [two]]);
  expect((await signLesson(anna, place(3), { topic: 'Salmi', activity: '' })).ok).toBe(true);
  expect((await signLesson(carla, place(3), { topic: 'Costituzione', activity: '' })).ok).toBe(true);
  await sent(anna);
  await sent(carla);
  const both = await when(teacherDay(carla, TODAY), ({ hours }) => hours[1]?.signedByMe ?? false);
  expect(both.hours[1]).toMatchObject({
    lesson: { topic: 'Costituzione', group: 'alternative' },
    enrolled: 1,
  });
  expect((await shown(anna, place(3)))?.lesson?.topic).toBe('Salmi');
  for (const name of ['anna', 'carla'] as const) expect(await server.notices(name)).toEqual([]);
});

test('D204, D209: whoever is put in place of the teacher of a group signs the lesson of that group', async () => {
  const id = substitutionId(TODAY, 2, CLASS_A, STAFF.bruno);
  const of = { day: TODAY, hour: 2, class: CLASS_A, teacher: STAFF.bruno, replaces: STAFF.anna };
  await server.roster.write(SCHOOL, [{ ...envelope(id), kind: 'substitution', ...of, origin: 'office' }]);
  const bruno = await at('bruno');
  // Who is in which group is not theirs to read: the roll has the whole class.
  const hour = await when(classHour(bruno, place(2)), (found) => found?.pupils.length === 3);
  expect(hour?.part).toEqual({ group: 'INF', name: 'Informatica' });
  expect((await signLesson(bruno, place(2), { topic: 'Ripasso', activity: '' })).ok).toBe(true);
  const signed = await when(classHour(bruno, place(2)), (found) => found?.signedByMe === true);
  expect(signed?.lesson).toMatchObject({
    group: 'INF',
    signatures: [{ teacher: STAFF.bruno, type: 'substitution', replaces: STAFF.anna }],
  });
  await sent(bruno);
});

test('D204: a parted hour is opened as one hour, and those outside the timetable are there to open too', async () => {
  const anna = await at('anna');
  const [own] = await when(openableClasses(anna, TODAY), (classes) => classes.length > 0);
  expect(own?.hours.map(({ hour }) => hour)).toEqual([2, 3]);
  expect(own?.bells.map(({ hour }) => hour)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('D204: a parted hour of the school’s day is signed when that of each part is', async () => {
  const [anna, carla] = [await at('anna'), await at('carla')];
  const second = async () => {
    const day = await when(schoolDay(carla, TODAY), ({ classes }) => classes.length > 0);
    return day.classes[0]?.hours.filter(({ planned }) => planned.hour === 2).map(({ signed }) => signed);
  };
  expect((await signLesson(anna, place(2), { topic: 'Cicli', activity: '' })).ok).toBe(true);
  await sent(anna);
  carla.status.syncNow();
  const ofAnna = { ...place(2), group: 'INF' };
  await when(classHour(carla, ofAnna), (hour) => hour?.lesson?.topic === 'Cicli');
  expect(await second()).toEqual([false]);
  expect((await signLesson(carla, place(2), { topic: 'Acidi', activity: '' })).ok).toBe(true);
  await when(classHour(carla, place(2)), (hour) => hour?.signedByMe === true);
  expect(await second()).toEqual([true]);
});

test('D204: the topics of a parted class say whose lesson each was, and can be looked at for one group', async () => {
  const [anna, carla] = [await at('anna'), await at('carla')];
  expect((await signLesson(anna, place(2), { topic: 'Cicli', activity: '' })).ok).toBe(true);
  const asked = { schoolClass: CLASS_A, day: TODAY, hour: 2, subject: subjectId('Matematica') };
  const topics = await when(classTopics(anna, asked), ({ done }) => done.length > 0);
  const part = { group: 'INF', name: 'Informatica' };
  expect(topics.groups).toEqual([part]);
  expect(topics.done).toMatchObject([{ topic: 'Cicli', part }]);
  const ofGroup = await when(
    classTopics(anna, { ...asked, onlyGroup: 'INF' }),
    ({ done }) => done.length > 0,
  );
  expect([ofGroup.group, ofGroup.done.length]).toEqual(['INF', 1]);
  // A roll that is still missing is that of each part.
  const missing = await when(rollsNotTaken(carla, TODAY, 'me'), (shown) => shown.begun > 0);
  expect(missing.missing.map(({ part: of }) => of)).toEqual([
    { group: 'CHI', name: 'Chimica' },
    { group: 'alternative', name: undefined },
  ]);
  await sent(anna);
});
