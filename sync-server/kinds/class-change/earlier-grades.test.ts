import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { enrolmentId } from '../../../domain/kinds/enrolment/record.ts';
import { schoolYearId } from '../../../domain/kinds/school-year/record.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import {
  assessment,
  because,
  grade,
  OCTOBER,
  recordsOf,
  writePolicies,
  writeYear,
} from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  envelope,
  movedPupil,
  pupilOf,
  pupilRecords,
  SCHOOL,
  STAFF,
  type StaffName,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const { anna } = STAFF;
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const move = async () => await server.roster.write(SCHOOL, movedPupil(PUPIL, CLASS_A, CLASS_B, at('08:50')));

async function read(name: StaffName): Promise<readonly RegisterRecord[]> {
  const pull = { grades: { checkpoint: {}, limit: 1000 } };
  return (await server.sync(await server.token(name), { pull })).pull.grades?.documents ?? [];
}

const column = () => assessment(anna, { day: OCTOBER, weight: 50, test: { maximum: 5000 } });

test('D81: the grades of before go with the pupil, with the class they were given in and without what their teacher noted', async () => {
  const test50 = { ...column(), test: { maximum: 5000, conversion: { way: 'linear', lowest: 4 } as const } };
  const first = grade(
    anna,
    test50,
    PUPIL,
    { score: 3500 },
    { privateComment: 'Ha copiato', comment: 'Bene' },
  );
  const other = grade(anna, test50, pupilOf(CLASS_A, 2), { score: 4000 });
  await server.push('anna', 'grades', [test50, first, other]);
  expect(await read('bruno')).toEqual([]);
  await move();
  const [earlier, ...more] = await read('bruno');
  expect(more).toEqual([]);
  expect(earlier).toMatchObject({
    kind: 'earlierGrade',
    class: CLASS_B,
    ofClass: CLASS_A,
    teacher: anna,
    grade: first.id,
    pupil: PUPIL,
    day: OCTOBER,
    value: { score: 3500 },
    // 35/50, linear from 1: 7.30, to the nearest quarter.
    quarters: 29,
    maximum: 5000,
    weight: 50,
    comment: 'Bene',
  });
  expect(earlier).not.toHaveProperty('privateComment');
  expect(await read('anna')).toHaveLength(3);
  expect(await read('carla')).toEqual([]);
  expect(await read('principal')).toHaveLength(4);
  await move();
  expect(await read('bruno')).toEqual([earlier]);
});

test('D76, D81: what holds a grade back from its family goes along', async () => {
  const embargo = '2026-12-01' as LocalDate;
  const first = { ...column(), embargo };
  await server.push('anna', 'grades', [
    first,
    grade(anna, first, PUPIL, { quarters: 24 }, { visible: false }),
  ]);
  await move();
  expect(await read('bruno')).toMatchObject([{ visible: false, embargo }]);
});

test('D81: what the old teacher brings, corrects, moves or gives up later is so in the new class too', async () => {
  await move();
  const first = column();
  const given = grade(anna, first, PUPIL, { quarters: 24 });
  await server.push('anna', 'grades', [first, given]);
  expect(await read('bruno')).toMatchObject([{ quarters: 24, counts: true, day: OCTOBER }]);
  const corrected = edited(given, { value: { quarters: 28, reason: 'Svista' }, recordedAt: at('08:50') });
  await server.push('anna', 'grades', [{ assumed: given, next: corrected }]);
  expect(await read('bruno')).toMatchObject([{ quarters: 28, value: { quarters: 28 } }]);
  const day = '2026-10-13' as LocalDate;
  const moved = edited(first, { day, counts: false, recordedAt: at('08:55') });
  await server.push('anna', 'grades', [{ assumed: first, next: moved }]);
  expect(await read('bruno')).toMatchObject([{ day, counts: false }]);
  const gone = edited(moved, { cancelled: { reason: 'Prova da rifare' }, recordedAt: at('08:58') });
  await server.push('anna', 'grades', [{ assumed: moved, next: gone }]);
  expect(await read('bruno')).toMatchObject([{ cancelled: true }]);
});

test('D55, D81: the levels of objectives go along by their names, also where there is no mark beside them', async () => {
  const objectives = [
    { id: 'fractions', name: 'Le frazioni' },
    { id: 'equations', name: 'Le equazioni' },
  ];
  const first = { ...column(), objectives };
  const levels = [{ objective: 'fractions', level: 'Avanzato' }];
  const alone = grade(anna, first, PUPIL, {}, { objectives: levels });
  await server.push('anna', 'grades', [first, alone]);
  await move();
  const [earlier, ...more] = await read('bruno');
  expect(more).toEqual([]);
  expect(earlier).toMatchObject({ value: {}, objectives: [{ name: 'Le frazioni', level: 'Avanzato' }] });
  expect(earlier).not.toHaveProperty('cancelled');
  const none = edited(alone, { objectives: [], recordedAt: at('08:55') });
  await server.push('anna', 'grades', [{ assumed: alone, next: none }]);
  const [gone] = await read('bruno');
  expect(gone).toMatchObject({ cancelled: true });
  expect(gone).not.toHaveProperty('objectives');
});

test('D81: the new teacher leaves one out, and says nothing else of it; corrections leave that as it is', async () => {
  const first = column();
  const given = grade(anna, first, PUPIL, { quarters: 24 });
  await server.push('anna', 'grades', [first, given]);
  await move();
  const earlier = (await read('bruno'))[0] as EarlierGrade;
  const leftOut = edited(earlier, {
    leftOut: true,
    quarters: 40,
    recordedAt: at('09:00'),
    author: STAFF.bruno,
  });
  const refused = await server.push('anna', 'grades', [{ assumed: earlier, next: leftOut }]);
  expect(refused).toMatchObject([{ outcome: 'refused', refusal: { reason: 'forbidden' } }]);
  const [taken] = await server.push('bruno', 'grades', [{ assumed: earlier, next: edited(leftOut, {}) }]);
  expect(taken?.outcome).toBe('stored');
  const corrected = edited(given, { value: { quarters: 28 }, recordedAt: at('08:50') });
  await server.push('anna', 'grades', [{ assumed: given, next: corrected }]);
  expect(await read('bruno')).toMatchObject([{ leftOut: true, quarters: 28 }]);
  const own = grade(STAFF.bruno, first, PUPIL, { quarters: 40 });
  expect(await server.push('bruno', 'grades', [own])).toMatchObject([{ refusal: { reason: 'forbidden' } }]);
});

test('D81: who leaves one out is judged in the class and on the day where it stands, whatever the device says', async () => {
  const first = column();
  await server.push('anna', 'grades', [first, grade(anna, first, PUPIL, { quarters: 24 })]);
  await move();
  const ofPupil = {
    ...assignmentRecord(STAFF.carla, CLASS_B, 'Sostegno'),
    type: 'support',
    pupil: PUPIL,
  } as const;
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.carla, CLASS_A, 'Matematica'), ofPupil]);
  const earlier = (await read('carla')).find((record) => record.kind === 'earlierGrade') as EarlierGrade;
  const leftOut = (author: StaffName, forged: Partial<EarlierGrade>) => ({
    ...edited(earlier, { leftOut: true, recordedAt: at('09:00'), author: STAFF[author] }),
    ...forged,
  });
  for (const assumed of [earlier, null])
    expect(
      await server.push('carla', 'grades', [{ assumed, next: leftOut('carla', { class: CLASS_A }) }]),
    ).toMatchObject([{ refusal: { reason: 'forbidden' } }]);
  const [year] = recordsOf('schoolYear');
  await writeYear(server, { frozen: [{ period: 0, class: CLASS_B }] });
  const nextYear = {
    ...year,
    ...envelope(schoolYearId(2027)),
    startYear: 2027,
    lessonsFrom: '2027-09-15' as LocalDate,
    lessonsTo: '2028-06-05' as LocalDate,
    periods: [{ name: 'Anno', from: '2027-09-15' as LocalDate, to: '2028-06-05' as LocalDate }],
  } as RegisterRecord;
  await server.roster.write(SCHOOL, [nextYear]);
  const day = '2027-10-12' as LocalDate;
  for (const assumed of [earlier, null])
    expect(
      await server.push('bruno', 'grades', [{ assumed, next: leftOut('bruno', { day }) }]),
    ).toMatchObject([{ outcome: 'refused' }]);
  expect(await read('bruno')).toEqual([earlier]);
});

/** That the pupil is in a class from a day to another one. */
const enrolled = (schoolClass: ClassId, from: string, to?: string) =>
  ({
    ...envelope(enrolmentId(PUPIL, schoolClass, from as LocalDate)),
    kind: 'enrolment',
    pupil: PUPIL,
    class: schoolClass,
    from: from as LocalDate,
    ...(to === undefined ? {} : { to: to as LocalDate }),
  }) as const;

test('D81: whoever comes back takes what was given in between, and nothing of after goes to the class in between', async () => {
  await server.roster.write(SCHOOL, [
    enrolled(CLASS_A, '2026-09-15', '2026-10-20'),
    enrolled(CLASS_B, '2026-10-21', '2026-11-10'),
    enrolled(CLASS_A, '2026-11-11'),
  ]);
  const before = column();
  const after = assessment(anna);
  await server.push('anna', 'grades', [
    before,
    grade(anna, before, PUPIL, { quarters: 24 }),
    after,
    grade(anna, after, PUPIL, { quarters: 32 }),
  ]);
  expect(await read('bruno')).toMatchObject([{ kind: 'earlierGrade', day: OCTOBER, quarters: 24 }]);
});

test('D81: a change that is written down late takes along what was given in the old class since', async () => {
  const before = column();
  const since = assessment(anna, { day: '2026-11-10' as LocalDate });
  await server.push('anna', 'grades', [
    before,
    grade(anna, before, PUPIL, { quarters: 24 }),
    since,
    grade(anna, since, PUPIL, { quarters: 28 }),
  ]);
  await server.roster.write(SCHOOL, [
    enrolled(CLASS_A, '2026-09-15', '2026-11-01'),
    enrolled(CLASS_B, '2026-11-02'),
  ]);
  expect(await read('bruno')).toMatchObject([
    { day: OCTOBER, quarters: 24 },
    { day: since.day, quarters: 28, ofClass: CLASS_A },
  ]);
});

test('D81: what was given on the very day of the change in the class that was left goes along', async () => {
  await move();
  const today = assessment(anna);
  const given = grade(anna, today, PUPIL, { quarters: 28 });
  expect(await server.push('anna', 'grades', [today, given])).toMatchObject([{}, { outcome: 'stored' }]);
  expect(await read('bruno')).toMatchObject([{ day: today.day, quarters: 28 }]);
});

test('D27: a grade of religion goes to whoever teaches it in the new class, and to nobody who may not know who attends', async () => {
  const religion = subjectId('Religione');
  const irc = {
    ...envelope(religion),
    kind: 'subject',
    name: 'Religione',
    shortName: 'IRC',
    special: 'religion',
  } as const;
  const teaches = (teacher: 'anna' | 'bruno', schoolClass: typeof CLASS_A) =>
    ({
      ...envelope(`${STAFF[teacher]}.${schoolClass}.religione`),
      kind: 'assignment',
      teacher: STAFF[teacher],
      class: schoolClass,
      subject: religion,
      type: 'ordinary',
      from: '2026-09-01' as LocalDate,
    }) as const;
  const staffOfSchool = {
    ...envelope('staff.carla'),
    kind: 'appointment',
    role: 'staff',
    person: STAFF.carla,
    from: '2026-09-01' as LocalDate,
    to: '2027-08-31' as LocalDate,
  } as const;
  await server.roster.write(SCHOOL, [
    irc,
    teaches('anna', CLASS_A),
    teaches('bruno', CLASS_B),
    staffOfSchool,
  ]);
  const first = assessment(anna, { day: OCTOBER, subject: religion, scale: 'religion' });
  const given = grade(anna, first, PUPIL, { level: 'good' });
  expect(await server.push('anna', 'grades', [first, given])).toMatchObject([{}, { outcome: 'stored' }]);
  await move();
  expect(await read('bruno')).toMatchObject([{ kind: 'earlierGrade', value: { level: 'good' } }]);
  expect(await read('carla')).toEqual([]);
  expect(await read('principal')).toHaveLength(3);
});

test('D81: a change of class that was none takes the copies back; once it is one they come, left out as they were', async () => {
  const first = column();
  await server.push('anna', 'grades', [first, grade(anna, first, PUPIL, { quarters: 24 })]);
  await move();
  const earlier = (await read('bruno'))[0] as EarlierGrade;
  const said = { leftOut: true, recordedAt: at('08:55'), author: STAFF.bruno };
  await server.push('bruno', 'grades', [{ assumed: earlier, next: edited(earlier, said) }]);
  const [person, enrolment] = pupilRecords(CLASS_A, PUPIL);
  const ofB = movedPupil(PUPIL, CLASS_A, CLASS_B, at('08:50')).at(-1);
  const ended = { ...ofB, to: '2026-11-22' as LocalDate } as RegisterRecord;
  await server.roster.write(SCHOOL, [person, enrolment, ended] as RegisterRecord[]);
  expect(await read('bruno')).toMatchObject([{ cancelled: true }]);
  await move();
  const [again] = await read('bruno');
  expect(again).toMatchObject({ leftOut: true, quarters: 24 });
  expect(again).not.toHaveProperty('cancelled');
});

test('D28, D81: what a term meeting has seen of the class before stays until it is open no more; who enters meanwhile brings their grades', async () => {
  const first = column();
  const given = grade(anna, first, PUPIL, { quarters: 24 });
  await server.push('anna', 'grades', [first, given]);
  await writeYear(server, { frozen: [{ period: 0, class: CLASS_B }] });
  await move();
  expect(await read('bruno')).toMatchObject([{ quarters: 24 }]);
  const corrected = edited(given, {
    value: because({ quarters: 36, reason: 'Svista' }),
    recordedAt: at('09:00'),
  });
  const later = column();
  await server.push('anna', 'grades', [
    { assumed: given, next: corrected },
    later,
    grade(anna, later, PUPIL, { quarters: 28 }),
  ]);
  expect(await read('bruno')).toMatchObject([{ quarters: 24 }]);
  await writeYear(server, { frozen: [] });
  expect(await read('bruno')).toMatchObject([{ quarters: 36 }, { quarters: 28 }]);
});

test('D51, D81: a score comes to the same grade in both classes once the school gives others; a term meeting keeps what it has seen', async () => {
  const conversion = { way: 'linear', lowest: 4 } as const;
  const test50 = { ...column(), test: { maximum: 5000, conversion } };
  await server.push('anna', 'grades', [test50, grade(anna, test50, PUPIL, { score: 3500 })]);
  await move();
  expect(await read('bruno')).toMatchObject([{ quarters: 29 }]);
  await writePolicies(server, { step: 'half' });
  expect(await read('bruno')).toMatchObject([{ quarters: 30 }]);
  await writeYear(server, { frozen: [{ period: 0, class: CLASS_B }] });
  await writePolicies(server, { step: 'whole' });
  expect(await read('bruno')).toMatchObject([{ quarters: 30 }]);
  await writeYear(server, { frozen: [] });
  expect(await read('bruno')).toMatchObject([{ quarters: 28 }]);
});
