import { firstValueFrom, lastValueFrom } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import { toPersonId, toSubjectId, type LocalDate, type PersonId } from '../../../../domain/base/ids.ts';
import { assignmentId, type Assignment } from '../../../../domain/kinds/assignment/record.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../../domain/kinds/earlier-grade/record.ts';
import { enrolmentId, type Enrolment } from '../../../../domain/kinds/enrolment/record.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { earlierGradeId, gradeId } from '../../../../domain/record/grade-key.ts';
import { groupMembershipId, type GroupMembership } from '../../../../domain/kinds/group-membership/record.ts';
import { kinds, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { religionChoiceId, type ReligionChoice } from '../../../../domain/kinds/religion-choice/record.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import { sampleEnvelope } from '../../../../domain/record/sample-values.ts';
import { sample } from '../../../../domain/testing/sample.ts';
import { bianchi, fixedRegister, mondayOf1A } from '../../../data/testing/fixed-register.ts';
import { classMatrix } from '../../class-matrix/view.ts';
import { courseProposals } from '../../proposals/view.ts';
import { pupilGrades } from '../../pupil-grades/view.ts';
import { courseChoice } from './course-choice.ts';
import { EDGE, footCells } from '../cells/edge-cells.ts';
import type { DrawnWith } from '../cells/grid-cell.ts';
import { courseGrades, type CourseGrades } from './course-grades.ts';

const day = (text: string) => text as LocalDate;
const BEGINS = day('2026-09-14');
const DAY = day('2026-11-23');
const [OCTOBER, NOVEMBER] = [day('2026-10-06'), day('2026-11-12')];
const [ANNA, BRUNO] = [toPersonId('pupil-anna'), toPersonId('pupil-bruno')];
const RELIGION = toSubjectId('religione');
const place = { schoolClass: sample.class, day: DAY, hour: 1 };

const pupil = (id: PersonId): readonly RegisterRecord[] => [
  { ...kinds.person.samples[1], id, surname: id, givenName: id },
  enrolment(id, BEGINS),
];
const enrolment = (of: PersonId, from: LocalDate, to?: LocalDate, schoolClass = sample.class): Enrolment => ({
  ...sampleEnvelope,
  id: enrolmentId(of, schoolClass, from),
  kind: 'enrolment',
  pupil: of,
  class: schoolClass,
  from,
  ...(to ? { to } : {}),
});
const inGroup = (of: PersonId, group: string, from: LocalDate, to?: LocalDate): GroupMembership => ({
  ...sampleEnvelope,
  id: groupMembershipId(of, sample.class, group, from),
  kind: 'groupMembership',
  pupil: of,
  class: sample.class,
  group,
  from,
  ...(to ? { to } : {}),
});
const chose = (of: PersonId, choice: ReligionChoice['choice']): ReligionChoice => ({
  ...sampleEnvelope,
  id: religionChoiceId(of, sample.class, BEGINS),
  kind: 'religionChoice',
  pupil: of,
  class: sample.class,
  choice,
  from: BEGINS,
});
const column = (id: string, on: LocalDate, over: Partial<Assessment> = {}): Assessment => ({
  ...sampleEnvelope,
  id,
  kind: 'assessment',
  day: on,
  class: sample.class,
  subject: sample.maths,
  scale: 'tenths',
  teacher: sample.bianchi,
  type: 'written',
  serial: 0,
  topic: '',
  comment: '',
  weight: 100,
  counts: true,
  visible: true,
  ...over,
});
const grade = (of: Assessment, whose: PersonId, quarters: number): Grade => ({
  ...sampleEnvelope,
  id: gradeId(of.id, whose),
  kind: 'grade',
  day: of.day,
  class: of.class,
  subject: of.subject,
  scale: of.scale,
  assessment: of.id,
  pupil: whose,
  value: { quarters },
});
const registerOf = (...records: readonly RegisterRecord[]) =>
  fixedRegister(bianchi, `${DAY}T09:20`, ...mondayOf1A(sample.bianchi), ...records);

async function courseOf(records: readonly RegisterRecord[], subject = sample.maths) {
  const asked = { ...place, subject, period: 0 };
  return must(await firstValueFrom(courseGrades(registerOf(...records), asked)), 'a course');
}

describe('D204: a column made for a group', () => {
  const inOctober = column('october', OCTOBER, { group: 'CHI' });
  const inNovember = column('november', NOVEMBER, { group: 'CHI' });
  const ofAll = column('all', NOVEMBER);
  const records = [
    ...pupil(ANNA),
    ...pupil(BRUNO),
    inGroup(ANNA, 'CHI', BEGINS, day('2026-10-31')),
    inGroup(ANNA, 'INF', day('2026-11-01')),
    inGroup(BRUNO, 'INF', BEGINS),
    inOctober,
    inNovember,
    ofAll,
  ];
  const cellsOf = async (whose: PersonId, more: readonly RegisterRecord[] = []) =>
    must(
      (await courseOf([...records, ...more])).pupils.find(({ person }) => person.id === whose),
      'a pupil',
    ).cells;

  test('asks for grades of those who are in it on its day, and of nobody else', async () => {
    const [anna, bruno] = [await cellsOf(ANNA), await cellsOf(BRUNO)];
    const away = (cells: typeof anna) => ['october', 'november', 'all'].map((id) => cells.get(id)?.away);
    expect(away(anna)).toEqual([undefined, 'otherGroup', undefined]);
    expect(away(bruno)).toEqual(['otherGroup', 'otherGroup', undefined]);
  });

  test('shows what somebody else has in it all the same', async () => {
    const cells = await cellsOf(ANNA, [grade(inNovember, ANNA, 28)]);
    expect(cells.get('november')).toMatchObject({ away: 'otherGroup', isGiven: true, quarters: 28 });
  });

  test('asks everybody where nobody may know who is in which group', async () => {
    const unknown = records.filter(({ kind }) => kind !== 'groupMembership');
    const { pupils } = await courseOf(unknown);
    expect(pupils.map(({ cells }) => cells.get('october')?.away)).toEqual(pupils.map(() => undefined));
  });
});

test('D204: whoever has one group of a subject has its pupils, in the gradebook and among the proposals', async () => {
  const [ofAll] = kinds.assignment.samples;
  const records = [
    ...pupil(ANNA),
    ...pupil(BRUNO),
    { ...ofAll, group: 'CHI' },
    { ...ofAll, id: 'of-neri', teacher: sample.neri, group: 'INF' },
    inGroup(ANNA, 'CHI', BEGINS),
    inGroup(BRUNO, 'INF', BEGINS),
  ];
  expect((await courseOf(records)).pupils.map(({ person }) => person.id)).toEqual([ANNA]);
  const proposals = await firstValueFrom(courseProposals(registerOf(...records), { place }));
  expect(proposals?.rows.map(({ person }) => person.id)).toEqual([ANNA]);
});

describe('D94: a course of the hour of religion', () => {
  const religion: Subject = {
    ...kinds.subject.samples[0],
    id: RELIGION,
    name: 'Religione cattolica',
    special: 'religion',
  };
  const assignment: Assignment = {
    ...kinds.assignment.samples[0],
    id: assignmentId(sample.bianchi, sample.class, RELIGION),
    subject: RELIGION,
  };
  const ofReligion = column('religion', OCTOBER, { subject: RELIGION, scale: 'religion' });
  const records = [
    ...pupil(ANNA),
    ...pupil(BRUNO),
    religion,
    assignment,
    ofReligion,
    chose(ANNA, 'alternative'),
    chose(BRUNO, 'attending'),
  ];
  const idsOf = (of: readonly { readonly person: { readonly id: PersonId } }[]) =>
    of.map(({ person }) => person.id).filter((id) => id === ANNA || id === BRUNO);

  test('has those who take part in it; of who does not, only what was written stays', async () => {
    expect(idsOf((await courseOf(records, RELIGION)).pupils)).toEqual([BRUNO]);
    const level: Grade = { ...grade(ofReligion, ANNA, 0), value: { level: 'good' } };
    const { pupils } = await courseOf([...records, level], RELIGION);
    expect(idsOf(pupils)).toEqual([ANNA, BRUNO]);
    const [anna] = pupils;
    expect(anna?.cells.get('religion')).toMatchObject({ away: 'otherGroup', isGiven: true });
  });

  test('is none of those who take no part, in the matrix and on their page', async () => {
    const register = registerOf(...records);
    const matrix = must(await firstValueFrom(classMatrix(register, place)), 'a matrix');
    const hasReligion = ({ cells }: (typeof matrix.rows)[number]) => cells.has(RELIGION);
    expect(idsOf(matrix.rows.filter(hasReligion))).toEqual([BRUNO]);
    const page = await firstValueFrom(pupilGrades(register, { ...place, pupil: ANNA }));
    expect(page?.courses.map(({ subject }) => subject.id)).toEqual([sample.maths]);
  });
});

describe('D81: of a pupil who left the class and came back', () => {
  const [LEFT, BACK] = [day('2026-10-12'), day('2026-11-09')];
  const first = column('first', OCTOBER);
  const last = column('last', NOVEMBER);
  const copy = (of: Assessment, schoolClass = sample.class): EarlierGrade => {
    const key = gradeId(of.id, ANNA);
    return {
      ...sampleEnvelope,
      id: earlierGradeId(key, schoolClass),
      kind: 'earlierGrade',
      day: of.day,
      class: schoolClass,
      subject: sample.maths,
      scale: 'tenths',
      pupil: ANNA,
      ofClass: of.class,
      teacher: sample.neri,
      grade: key,
      type: 'oral',
      topic: '',
      value: { quarters: 32 },
      quarters: 32,
      weight: 100,
      counts: true,
    };
  };
  const elsewhere = column('elsewhere', day('2026-10-20'), { class: sample.otherClass });
  const person = { ...kinds.person.samples[1], id: ANNA, surname: 'Anna' };

  test('each grade stands once, in its own place: here what was given here, with the class of it what was given there', async () => {
    const records = [
      person,
      enrolment(ANNA, BEGINS, day('2026-10-11')),
      enrolment(ANNA, LEFT, day('2026-11-08'), sample.otherClass),
      enrolment(ANNA, BACK),
      first,
      last,
      grade(first, ANNA, 24),
      grade(last, ANNA, 28),
      copy(elsewhere),
      copy(first),
    ];
    const course = await courseOf(records);
    expect(course.earlier.map(({ grade: of }) => of)).toEqual([gradeId('elsewhere', ANNA)]);
    const page = await firstValueFrom(pupilGrades(registerOf(...records), { ...place, pupil: ANNA }));
    const marks = page?.courses[0]?.periods[0]?.marks ?? [];
    expect(marks.map(({ day: on, ofClass }) => [on, ofClass])).toEqual([
      [OCTOBER, undefined],
      ['2026-10-20', sample.otherClass],
      [NOVEMBER, undefined],
    ]);
  });

  test('what was given after the pupil had left is none of the class that was left', async () => {
    const stay = [person, enrolment(ANNA, LEFT, day('2026-11-08'))];
    const before = column('before', OCTOBER, { class: sample.otherClass });
    const after = column('after', NOVEMBER, { class: sample.otherClass });
    const { earlier } = await courseOf([...stay, copy(before), copy(after)]);
    expect(earlier.map(({ grade: of }) => of)).toEqual([gradeId('before', ANNA)]);
  });
});

test('D45: tests that were given up are told apart from the columns, with whose they are', async () => {
  const given = (id: string, on: LocalDate, over: Partial<Assessment> = {}) =>
    column(id, on, { cancelled: { reason: 'Doppia' }, ...over });
  const { columns, withdrawn } = await courseOf([
    ...pupil(ANNA),
    column('stands', OCTOBER),
    given('late', NOVEMBER, { teacher: ANNA }),
    given('early', OCTOBER),
  ]);
  expect(columns.map(({ assessment }) => assessment.id)).toEqual(['stands']);
  expect(withdrawn.map(({ assessment, author }) => [assessment.id, author?.id])).toEqual([
    ['early', undefined],
    ['late', ANNA],
  ]);
});

test('F.5: the subjects to choose among are those that the other pages show, also one that nobody teaches any more', async () => {
  const history: Subject = { ...kinds.subject.samples[0], id: toSubjectId('storia'), name: 'Storia' };
  const coordinates: RegisterRecord = {
    ...sampleEnvelope,
    id: 'coordinator',
    kind: 'appointment',
    role: 'coordinator',
    person: sample.bianchi,
    class: sample.class,
    from: BEGINS,
  };
  const register = registerOf(history, coordinates, column('history', OCTOBER, { subject: history.id }));
  const { subjects } = await lastValueFrom(courseChoice(register, place));
  const matrix = must(await firstValueFrom(classMatrix(register, place)), 'a matrix');
  expect(subjects.map(({ name }) => name)).toEqual(['Matematica', 'Storia']);
  expect(matrix.courses.map(({ subject }) => subject.name)).toEqual(['Matematica', 'Storia']);
});

test('D48: of a pupil who comes later the grid says from when on, and of one who has left that they have', async () => {
  const [JOINS, LEAVES] = [day('2026-12-01'), day('2026-11-15')];
  const [inOctober, inDecember] = [column('october', OCTOBER), column('december', JOINS)];
  const person = (id: PersonId) => ({ ...kinds.person.samples[1], id, surname: id, givenName: id });
  const { pupils } = await courseOf([
    person(ANNA),
    person(BRUNO),
    enrolment(ANNA, JOINS),
    enrolment(BRUNO, BEGINS, LEAVES),
    inOctober,
    inDecember,
    grade(inDecember, ANNA, 28),
    grade(inOctober, BRUNO, 28),
  ]);
  const away = pupils.filter(({ number }) => number === undefined);
  expect(away.map(({ person: { id }, entersOn }) => [id, entersOn])).toEqual([
    [ANNA, JOINS],
    [BRUNO, undefined],
  ]);
});

// Beside those who are named here the class has one pupil more, of whom nothing is written.
describe('what stands below the columns', () => {
  const CARLO = toPersonId('pupil-carlo');
  const words = {
    t: (_key: string, said: { readonly given?: number; readonly all?: number } = {}) =>
      `${said.given} su ${said.all}`,
    format: { number: String },
  };
  const footOf = (course: CourseGrades) => footCells(course, { words } as unknown as DrawnWith);
  const [first, second] = [column('first', OCTOBER), column('second', NOVEMBER)];

  test('is of the class as it is: nobody who has left is in the averages', async () => {
    const course = await courseOf([
      ...pupil(ANNA),
      ...pupil(BRUNO),
      { ...kinds.person.samples[1], id: CARLO, surname: CARLO, givenName: CARLO },
      enrolment(CARLO, BEGINS, day('2026-11-08')),
      first,
      grade(first, ANNA, 32),
      grade(first, BRUNO, 32),
      grade(first, CARLO, 12),
    ]);
    expect(course.pupils.map(({ person }) => person.id)).toContain(CARLO);
    const foot = footOf(course);
    expect([foot['first']?.text, foot[EDGE.average]?.text]).toEqual(['8.00 · 2/3', '8.00']);
  });

  test('D48, D204: is of those who might be assessed, or are all the same', async () => {
    const course = await courseOf([
      ...pupil(ANNA),
      ...pupil(BRUNO),
      { ...kinds.person.samples[1], id: CARLO, surname: CARLO, givenName: CARLO },
      enrolment(CARLO, day('2026-10-20')),
      inGroup(ANNA, 'CHI', BEGINS),
      inGroup(BRUNO, 'INF', BEGINS),
      inGroup(CARLO, 'INF', BEGINS),
      { ...first, group: 'CHI' },
      second,
      grade(first, ANNA, 28),
      grade(second, BRUNO, 24),
    ]);
    const foot = footOf(course);
    expect([foot['first']?.text, foot['first']?.note]).toEqual(['7.00 · 1/1', '1 su 1']);
    expect(foot['second']?.text).toBe('6.00 · 1/4');
    const written = await courseOf([
      ...pupil(ANNA),
      ...pupil(BRUNO),
      inGroup(ANNA, 'CHI', BEGINS),
      inGroup(BRUNO, 'INF', BEGINS),
      { ...first, group: 'CHI' },
      grade(first, BRUNO, 28),
    ]);
    expect(footOf(written)['first']?.text).toBe('7.00 · 1/2');
  });
});
