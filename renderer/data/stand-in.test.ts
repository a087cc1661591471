import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate, PersonId } from '../../domain/base/ids.ts';
import { attendanceDayId } from '../../domain/kinds/attendance-day/record.ts';
import { enrolmentId } from '../../domain/kinds/enrolment/record.ts';
import { lessonId } from '../../domain/kinds/lesson/record.ts';
import { permitId } from '../../domain/kinds/permit/record.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import { substitutionId } from '../../domain/kinds/substitution/record.ts';
import {
  attendance,
  comingsOf,
  permitOn,
  event,
  lesson,
  signature,
} from '../../sync-server/testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  envelope,
  pupilOf,
  SCHOOL,
  STAFF,
  taughtTogether,
  TODAY,
} from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { comingsOfHour, permitToMark } from '../features/class-hour/view/comings.ts';
import { classHour } from '../features/class-hour/view.ts';
import { classHead } from '../features/class-page/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { confirmRollCall, signLesson, writeLesson } from '../kinds/lesson/commands.ts';
import { classJustifications, knownToJustify } from '../views/class-justifications.ts';
import { openableClasses } from '../views/openable-classes.ts';
import { teacherDay } from '../views/hours/teacher-day.ts';
import type { Register } from './register.ts';
import { rowsNamed } from './testing/rows-about.ts';
import type { TestDevice } from './testing/test-device.ts';
import {
  closeRegisters,
  deviceOf,
  lineTo,
  openComplete,
  when,
  whenStatus,
  type Line,
} from './testing/test-staff.ts';

const ONE_DAY = 86_400_000;
const YESTERDAY = '2026-11-21' as LocalDate;
const place = { day: TODAY, schoolClass: CLASS_A, hour: 2 };
const [first, second] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];
const ofToday = [
  lessonId(TODAY, 1, CLASS_A),
  lessonId(TODAY, 2, CLASS_A),
  attendanceDayId(TODAY, first),
  attendanceDayId(TODAY, second),
];
/** What belongs to those who have the class, on every day. */
const never = [
  first,
  second,
  lessonId(YESTERDAY, 1, CLASS_A),
  attendanceDayId(YESTERDAY, first),
  enrolmentId(first, CLASS_A, '2026-09-15' as LocalDate),
];

let server: TestServer;
let line: Line;
let device: TestDevice;
let register: Register;
/** All that the server has sent to the device. */
let received = '';

beforeEach(async () => {
  server = await startTestServer();
  await server.push('anna', 'lessons', [
    lesson(STAFF.anna, { topic: 'Frazioni', signatures: [signature(STAFF.anna)] }),
    lesson(STAFF.anna, { topic: 'Di ieri', day: YESTERDAY, signatures: [signature(STAFF.anna)] }),
  ]);
  await server.push('anna', 'attendance', [
    attendance(STAFF.anna, first, [event('absent', STAFF.anna)]),
    attendance(STAFF.anna, first, [event('absent', STAFF.anna)], CLASS_A, YESTERDAY),
  ]);
  // Signed in anew for each request: the day goes by.
  const sync: TestServer['sync'] = async (_old, request) =>
    await server.sync((await server.signIn('bruno')).accessToken, request);
  line = await lineTo({ clock: server.clock, token: server.token, sync }, 'bruno');
  received = '';
  line.answer = (answer) => {
    received += JSON.stringify(answer);
    return answer;
  };
  device = deviceOf(line);
  register = await openComplete(device);
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

async function signOffline(): Promise<void> {
  line.online = false;
  const signed = await signLesson(register, place, { substitution: true });
  expect(signed.ok).toBe(true);
}

/** The office gives the hour to whoever stands in. */
async function assign(away: { readonly replaces: PersonId }): Promise<void> {
  const id = substitutionId(TODAY, 2, CLASS_A, STAFF.bruno);
  const of = { day: TODAY, hour: 2, class: CLASS_A, teacher: STAFF.bruno, ...away };
  await server.roster.write(SCHOOL, [{ ...envelope(id), kind: 'substitution', ...of, origin: 'office' }]);
}

test('D209: a class of others is found by its name without a network, with the names of its pupils and nothing else', async () => {
  line.online = false;
  const classes = await when(openableClasses(register, TODAY), (found) => found.length === 2);
  expect(classes.map(({ isMine }) => isMine)).toEqual([true, false]);
  expect(classes[1]?.schoolClass.id).toBe(CLASS_A);
  const hour = await when(classHour(register, place), (found) => found?.pupils.length === 3);
  expect(hour).toMatchObject({ signFirst: true, replaced: { id: STAFF.anna } });
  expect(hour?.lesson).toBeUndefined();
  expect(hour?.pupils.map(({ mark }) => mark)).toEqual(['present', 'present', 'present']);
  for (const word of ['Frazioni', 'Di ieri', enrolmentId(first, CLASS_A, '2026-09-15' as LocalDate)])
    expect(received).not.toContain(word);
  expect(await rowsNamed(device, [...ofToday, ...never])).toBe(0);
});

test('D209: of a class of others the lesson alone is open, of one’s own every section', async () => {
  const heads = [CLASS_A, CLASS_B].map(
    async (schoolClass) =>
      await when(classHead(register, { ...place, schoolClass }), (found) => found !== undefined),
  );
  expect((await Promise.all(heads)).map((head) => head?.isOwn)).toEqual([false, true]);
});

test('D209: of a class of others nobody is told that there is nothing to justify, and no permit', async () => {
  await signOffline();
  expect((await markPupil(register, place, second, { kind: 'absent' })).ok).toBe(true);
  const shown = await when(classJustifications(register, CLASS_A), (found) => found !== undefined);
  expect(shown).toMatchObject({ isHeld: false, countOf: new Map() });
  expect(knownToJustify(shown, first)).toBe('unknown');
  const comings = await when(comingsOfHour(register, place), () => true);
  expect(permitToMark(comings, first)).toBe('unknown');
  const own = await when(comingsOfHour(register, { ...place, schoolClass: CLASS_B }), () => true);
  expect(permitToMark(own, pupilOf(CLASS_B, 1))).toBe('none');
});

test('D209: whoever signs without a network calls the roll at once, and it stands when the line is back', async () => {
  line.online = false;
  const early = await markPupil(register, place, second, { kind: 'absent' });
  expect(early).toMatchObject({ ok: false, failure: { kind: 'refused', reason: 'forbidden' } });
  await signOffline();
  expect((await markPupil(register, place, second, { kind: 'absent' })).ok).toBe(true);
  expect((await confirmRollCall(register, place)).ok).toBe(true);
  const day = await when(teacherDay(register, TODAY), ({ hours }) => hours.length === 1);
  expect(day.hours).toMatchObject([
    {
      schoolClass: { id: CLASS_A },
      signedByMe: true,
      rollCallTaken: true,
      absent: 1,
      standsIn: { replaced: { id: STAFF.anna } },
    },
  ]);

  line.online = true;
  register.status.syncNow();
  await whenStatus(register, ({ waiting, refused }) => waiting.length === 0 && refused.length === 0);
  // What the colleague has marked in the morning arrives: the pupil has been away since then.
  await when(classHour(register, place), (hour) => hour?.counts.absent === 2);
  const before = await when(classHour(register, { ...place, hour: 1 }), (hour) => hour?.lesson !== undefined);
  expect(before?.lesson?.topic).toBe('Frazioni');
  expect(received).not.toContain('Di ieri');
  expect(await rowsNamed(device, never)).toBe(0);
});

test.each([
  ['by themselves', false],
  ['as the office had assigned', true],
])(
  'D209: after the day nothing is left of the class but the names, and that one stood in %s',
  async (_how, isAssigned) => {
    if (isAssigned) await assign({ replaces: STAFF.anna });
    await signOffline();
    line.online = true;
    register.status.syncNow();
    await when(classHour(register, place), (hour) => hour?.counts.absent === 1);
    expect(await rowsNamed(device, ofToday)).toBeGreaterThan(1);
    server.clock.now += ONE_DAY;
    register.status.syncNow();
    await expect.poll(async () => await rowsNamed(device, ofToday), { timeout: 20_000 }).toBe(0);
    expect(await rowsNamed(device, never)).toBe(0);
    const day = await when(teacherDay(register, TODAY), ({ hours }) => hours.length === 1);
    expect(day.hours).toMatchObject([
      {
        schoolClass: { id: CLASS_A },
        standsIn: { replaced: { id: STAFF.anna } },
        signedByMe: true,
        isAway: true,
      },
    ]);
    // What the device does not hold is not to be done anew.
    const hour = await when(classHour(register, place), (found) => found?.signedAway === true);
    expect(hour?.closed).toBe('readOnly');
    for (const again of [signLesson, writeLesson])
      expect((await again(register, place, { topic: 'Altro', activity: '' })).ok).toBe(false);
  },
);

test('D209: an hour that the office has given brings what is permitted on that day, also without a network, and nothing of it stays', async () => {
  const comings = comingsOf(first, CLASS_A);
  const given = { day: TODAY, hour: 2, class: CLASS_A, teacher: STAFF.bruno, replaces: STAFF.anna };
  const id = substitutionId(TODAY, 2, CLASS_A, STAFF.bruno);
  await server.roster.write(SCHOOL, [
    ...comings,
    permitOn('2026-11-24' as LocalDate, second, CLASS_A),
    { ...envelope(id), kind: 'substitution', ...given, origin: 'office' },
  ]);
  expect(
    await rowsNamed(
      device,
      comings.map((one) => one.id),
    ),
  ).toBe(0);
  register.status.syncNow();
  await when(
    comingsOfHour(register, place),
    ({ permits, authorised }) => permits.length + authorised.length === 2,
  );
  // What the hour before has brought is there as well, before anything is signed.
  const before = await when(classHour(register, { ...place, hour: 1 }), (hour) => hour?.lesson !== undefined);
  expect(before?.lesson?.topic).toBe('Frazioni');
  line.online = false;
  const shown = await when(comingsOfHour(register, place), ({ permits }) => permits.length === 1);
  expect(shown.permits).toMatchObject([
    { person: { id: first }, time: '09:15', collector: { name: 'Verdi Paola' } },
  ]);
  expect(shown.authorised).toMatchObject([{ person: { id: first }, minutes: 10 }]);
  expect(shown.delegatesOf.get(first)).toMatchObject([{ name: 'Verdi Paola' }]);
  expect(permitToMark(shown, first)).toHaveProperty('open');
  // That there is no other one, the device does not know.
  expect(permitToMark(shown, second)).toBe('unknown');
  expect(shown.delegatesOf.has(second)).toBe(false);

  line.online = true;
  server.clock.now += ONE_DAY;
  register.status.syncNow();
  const ids = [...comings.map((one) => one.id), permitId('2026-11-24' as LocalDate, second, 'exit')];
  await expect.poll(async () => await rowsNamed(device, ids), { timeout: 20_000 }).toBe(0);
  expect(received).not.toContain('2026-11-24.');
});

test('D209: of one’s own class a colleague’s hour is signed as a substitute, without a subject or with one', async () => {
  const own = { day: TODAY, schoolClass: CLASS_B };
  const signatures = async (hour: number) =>
    (await when(classHour(register, { ...own, hour }), (found) => found?.signedByMe === true))?.lesson
      ?.signatures;
  expect((await signLesson(register, { ...own, hour: 3 }, { substitution: true })).ok).toBe(true);
  const [bare] = (await signatures(3)) ?? [];
  expect(bare).toMatchObject({ type: 'substitution', teacher: STAFF.bruno });
  expect(bare).not.toHaveProperty('subject');
  const subject = subjectId('Storia');
  expect((await signLesson(register, { ...own, hour: 1 }, { substitution: true, subject })).ok).toBe(true);
  expect(await signatures(1)).toMatchObject([{ type: 'substitution', subject }]);
});

test.each([
  ['of whoever is away, as the office says', { replaces: STAFF.carla }, { id: STAFF.carla }],
  ['of nobody, where it is not known who is away', undefined, undefined],
])('D209: an hour taught by two is signed in place %s', async (_of, assigned, replaced) => {
  await server.roster.write(SCHOOL, [taughtTogether(STAFF.anna, STAFF.carla)]);
  if (assigned) await assign(assigned);
  register.status.syncNow();
  const before = await when(classHour(register, place), (found) => found?.hours[0]?.teachers.length === 2);
  expect(before?.replaced?.id).toBe(replaced?.id);
  await signOffline();
  const signed = await when(classHour(register, place), (found) => found?.signedByMe === true);
  expect(signed?.replaced?.id).toBe(replaced?.id);
  expect(signed?.lesson?.signatures[0]?.replaces).toBe(replaced?.id);
});
