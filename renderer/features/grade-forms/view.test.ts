import { firstValueFrom, of } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { toSubjectId, type Instant, type LocalDate, type PersonId } from '../../../domain/base/ids.ts';
import { assessmentKind } from '../../../domain/kinds/assessment/kind.ts';
import { gradeKind } from '../../../domain/kinds/grade/kind.ts';
import type { Membership } from '../../../domain/school/class-membership.ts';
import { sample, sampleLesson, sampleYear } from '../../../domain/testing/sample.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { faultOfDay, groupsFor, topicsUpTo, usualDay, whyKept, whyNotWritten } from './view.ts';

const day = (text: string) => text as LocalDate;
const now = '2026-11-23T10:00:00.000Z' as Instant;
const [assessment] = assessmentKind.samples;
const [grade] = gradeKind.samples;
const { class: schoolClass, subject } = assessment;
const year = {
  ...sampleYear,
  frozen: [{ period: 0, class: schoolClass }],
} as unknown as typeof sampleYear;

function factsWith(members: Partial<Record<keyof SchoolFacts, unknown>>): SchoolFacts {
  return { yearOn: () => sampleYear, ...members } as unknown as SchoolFacts;
}

describe('D24 the day of a test', () => {
  const today = day('2026-11-23');
  const shown = { facts: factsWith({}), now, today };

  test('is no day to come, and none without lessons', () => {
    expect(faultOfDay(shown, schoolClass, day('2026-11-24'))).toBe('futureDay');
    expect(faultOfDay(shown, schoolClass, day('2026-11-22'))).toBe('noLessonDay');
    expect(faultOfDay(shown, schoolClass, today)).toBeUndefined();
    expect(faultOfDay({ ...shown, facts: factsWith({ yearOn: () => year }) }, schoolClass, today)).toBe(
      'periodClosed',
    );
  });

  test('is today, or the last day of lessons before', () => {
    expect(usualDay(shown, { schoolClass, subject })).toBe(today);
    const sunday = { ...shown, today: day('2026-11-22') };
    const usual = usualDay(sunday, { schoolClass, subject });
    expect(usual < sunday.today).toBe(true);
    expect(faultOfDay(sunday, schoolClass, usual)).toBeUndefined();
  });

  test('is written by who teaches the course alone, and not once its period is closed or the test given up', () => {
    const mine = factsWith({ hasCourse: () => true });
    expect(whyNotWritten({ facts: mine, now }, assessment)).toBeUndefined();
    expect(whyNotWritten({ facts: factsWith({ hasCourse: () => false }), now }, assessment)).toBe('notMine');
    expect(whyNotWritten({ facts: mine, now }, { ...assessment, cancelled: { reason: '' } })).toBe(
      'cancelled',
    );
    const closed = factsWith({ hasCourse: () => true, yearOn: () => year });
    expect(whyNotWritten({ facts: closed, now }, assessment)).toBe('periodClosed');
    expect(whyNotWritten({ facts: mine, now, isGone: true }, assessment)).toBe('gone');
  });
});

test('D198 nothing is written of a school year that is closed, and no test goes to a day of it', () => {
  const closedYear = { ...sampleYear, closedOn: day('2026-11-22') };
  const facts = factsWith({ hasCourse: () => true, yearOn: () => closedYear });
  const shown = { facts, now, today: day('2026-11-23') };
  expect(whyNotWritten(shown, assessment)).toBe('yearClosed');
  expect(faultOfDay(shown, schoolClass, day('2026-11-20'))).toBe('yearClosed');
});

test('D204 of the groups of a class those are offered that are the teacher’s own', () => {
  const groups = [{ code: 'ENG' }, { code: 'FRA' }];
  const teacher = assessment.teacher;
  const facts = factsWith({
    view: { groupsOf: () => groups },
    writeFacts: () => ({ assessesGroup: (code: string) => code === 'ENG' }),
  });
  const course = { class: schoolClass, subject, teacher, day: assessment.day };
  expect(groupsFor(facts, course)).toEqual([{ code: 'ENG' }]);
  const unsaid = factsWith({ view: { groupsOf: () => groups }, writeFacts: () => ({}) });
  expect(groupsFor(unsaid, course)).toEqual(groups);
});

/** A school in which no class is parted. */

test('D48 a test cannot go where a pupil with a grade was not in the class, and each is named', () => {
  const people = ['Verdi', 'Bianchi', 'Neri', 'Rossi'].map((surname) => ({
    id: surname,
    surname,
    givenName: 'A',
  }));
  const standing: Readonly<Record<string, Membership>> = {
    Verdi: 'otherDays',
    Bianchi: 'otherDays',
    Neri: 'leftToday',
    Rossi: 'otherDays',
  };
  const facts = factsWith({
    person: (id: string) => people.find((one) => one.id === id),
    writeFacts: () => ({ isInClass: (pupil: string) => standing[pupil] === 'leftToday' }),
  });
  const grades = people.map(({ id }) => ({
    ...grade,
    assessment: assessment.id,
    pupil: id as PersonId,
    value: id === 'Rossi' ? {} : { quarters: 24 },
  }));
  const kept = whyKept(
    { facts, assessments: [assessment], grades, earlier: [] },
    assessment,
    day('2026-10-01'),
  );
  expect(kept?.why).toBe('notThere');
  expect(kept?.pupils.map(({ surname }) => surname)).toEqual(['Bianchi', 'Verdi']);
});

describe('D56 a test cannot go where a recovery would be none', () => {
  const before = { ...assessment, id: 'before', day: day('2026-11-12') };
  const after = { ...assessment, id: 'after', day: day('2026-11-20') };
  const verdi = { id: 'verdi', surname: 'Verdi', givenName: 'A' };
  const facts = factsWith({
    person: () => verdi,
    writeFacts: () => ({ isInClass: () => true, year: sampleYear }),
  });
  const given = (column: typeof assessment, quarters?: number) => ({
    ...grade,
    assessment: column.id,
    pupil: verdi.id as PersonId,
    value: quarters === undefined ? {} : { quarters },
  });
  const recovery = {
    ...given(after, 28),
    recovers: { assessment: before.id, effect: 'replaces' as const },
  };
  const move = (column: typeof assessment, to: string, grades = [given(before, 16), recovery]) =>
    whyKept({ facts, assessments: [before, after], grades, earlier: [] }, column, day(to));

  test('neither the one that recovers to before, nor the one that is recovered to after, nor to another period', () => {
    expect(move(after, '2026-11-10')).toEqual({ why: 'breaksRecovery', pupils: [verdi] });
    expect(move(before, '2026-11-23')).toEqual({ why: 'breaksRecovery', pupils: [verdi] });
    expect(move(after, '2027-03-02')).toEqual({ why: 'breaksRecovery', pupils: [verdi] });
  });

  test('to the same day, and wherever nothing stands that recovers', () => {
    expect(move(after, '2026-11-12')).toBeUndefined();
    expect(move(before, '2026-11-20')).toBeUndefined();
    expect(move(after, '2026-11-10', [given(before), recovery])).toBeUndefined();
    expect(move(after, '2026-11-10', [given(before, 16), { ...recovery, value: {} }])).toBeUndefined();
    const away = { ...before, cancelled: { reason: '' } };
    const shown = { facts, assessments: [away, after], earlier: [], grades: [given(before, 16), recovery] };
    expect(whyKept(shown, after, day('2026-11-10'))).toBeUndefined();
  });
});

test('D48, D55 levels of objectives without a mark stay with their pupil as a mark does', () => {
  const absent = { isInClass: () => false, year: sampleYear };
  const facts = factsWith({
    writeFacts: () => absent,
    person: (id: PersonId) => ({ id }),
  });
  const levels = { ...grade, value: {}, objectives: [{ objective: 'o1', level: 'basic' }] } as typeof grade;
  const shown = { facts, assessments: [assessment], grades: [levels], earlier: [] };
  expect(whyKept(shown, assessment, day('2026-11-18'))?.pupils).toEqual([{ id: grade.pupil }]);
  expect(whyKept({ ...shown, grades: [{ ...levels, objectives: [] }] }, assessment, day('2026-11-18'))).toBe(
    undefined,
  );
});

test('the topics of the lessons of the day come first, each of them once', async () => {
  const lesson = (on: string, hour: number, topic: string) =>
    sampleLesson({ day: day(on), hour, topic, subject: sample.maths });
  const lessons = [
    lesson('2026-11-10', 1, 'Radicali'),
    lesson('2026-11-12', 2, 'Frazioni'),
    lesson('2026-11-12', 3, ''),
    lesson('2026-11-11', 1, 'frazioni'),
    { ...lesson('2026-11-12', 1, 'La cellula'), subject: toSubjectId('italiano') },
  ];
  const records = { find: () => of(lessons) } as unknown as Parameters<typeof topicsUpTo>[0]['records'];
  const topics = await firstValueFrom(topicsUpTo({ records }, sample.class, sample.maths, day('2026-11-12')));
  expect(topics).toEqual(['Frazioni', 'Radicali']);
});
