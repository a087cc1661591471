import { describe, expect, it } from 'vitest';
import type { Actor } from '../../access/actor.ts';
import { toSubjectId, type Instant, type LocalDate } from '../../base/ids.ts';
import { DEFAULT_POLICIES } from '../../kinds/school/record.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { sample, sampleYear } from '../../testing/sample.ts';
import type { WriteFacts } from '../write-facts.ts';
import { assessingFault } from './may-assess.ts';

const teacher: Actor = {
  school: sample.school,
  person: sample.bianchi,
  roles: ['teacher'],
  classes: [sample.class],
};

interface Asked {
  readonly on: string;
  /** Where it stood before. */
  readonly from?: string;
  readonly written?: string;
  readonly year?: Partial<SchoolYear>;
  readonly facts?: Partial<WriteFacts>;
  readonly actor?: Actor;
}

/** Why a teacher of mathematics assesses nothing on a day; in the evening of 23 November, where nothing else is said. */
function fault({ on, from, written = sample.evening, year, facts, actor = teacher }: Asked) {
  const assessed = (day: string) => ({
    day: day as LocalDate,
    class: sample.class,
    subject: sample.maths,
    recordedAt: written as Instant,
  });
  return assessingFault(actor, from === undefined ? null : assessed(from), assessed(on), {
    policies: DEFAULT_POLICIES,
    year: { ...sampleYear, ...year },
    hours: [],
    teaches: true,
    subjects: [sample.maths],
    assesses: () => [sample.maths],
    enrolment: 'enrolled',
    ...facts,
  });
}

describe('D24 who assesses, on which day', () => {
  it('D24: whoever has the subject in the class, and nobody else', () => {
    expect(fault({ on: '2026-11-23' })).toBeUndefined();
    expect(fault({ on: '2026-11-23', facts: { assesses: () => [toSubjectId('storia')] } })).toBe('forbidden');
    expect(fault({ on: '2026-11-23', facts: { teaches: false } })).toBe('forbidden');
    expect(fault({ on: '2026-11-23', actor: { ...teacher, roles: ['principal'] } })).toBe('forbidden');
  });

  it('D24: the day of the assignment decides, also of the day that something is moved away from', () => {
    const sinceNovember = (on: LocalDate) => (on >= '2026-11-02' ? [sample.maths] : []);
    const facts = { assesses: sinceNovember };
    expect(fault({ on: '2026-11-02', facts })).toBeUndefined();
    expect(fault({ on: '2026-10-30', facts })).toBe('forbidden');
    expect(fault({ on: '2026-11-23', from: '2026-10-30', facts })).toBe('forbidden');
  });

  it.each([
    ['a minute before midnight in winter', '2026-11-24', '2026-11-23T22:59:00.000Z', 'futureDay'],
    ['at midnight in winter', '2026-11-24', '2026-11-23T23:00:00.000Z', undefined],
    ['a minute before midnight in summer time', '2026-10-23', '2026-10-22T21:59:00.000Z', 'futureDay'],
    ['at midnight in summer time', '2026-10-23', '2026-10-22T22:00:00.000Z', undefined],
    ['after the clocks went back, a minute before', '2026-10-26', '2026-10-25T22:59:00.000Z', 'futureDay'],
    ['after the clocks went back, at midnight', '2026-10-26', '2026-10-25T23:00:00.000Z', undefined],
    ['after the clocks went forward, a minute before', '2027-03-30', '2027-03-29T21:59:00.000Z', 'futureDay'],
    ['after the clocks went forward, at midnight', '2027-03-30', '2027-03-29T22:00:00.000Z', undefined],
  ])('D24: not before the day has come at school: %s', (_when, on, written, expected) => {
    expect(fault({ on, written })).toBe(expected);
  });

  it('D24: on no day without lessons', () => {
    expect(['2026-11-22', '2026-11-21', '2026-09-13'].map((on) => fault({ on }))).toEqual(
      Array<string>(3).fill('noLessonDay'),
    );
  });

  it('D24: not once the meeting of the period is open, from its first to its last day; a move counts on both', () => {
    const year = { frozen: [{ period: 0, class: sample.class }] };
    const written = '2027-02-15T10:00:00.000Z';
    expect(fault({ on: '2026-09-14', year, written })).toBe('periodClosed');
    expect(fault({ on: '2027-01-29', year, written })).toBe('periodClosed');
    expect(fault({ on: '2027-02-01', year, written })).toBeUndefined();
    expect(fault({ on: '2027-02-01', from: '2027-01-29', year, written })).toBe('periodClosed');
    expect(fault({ on: '2027-01-29', from: '2027-02-01', year, written })).toBe('periodClosed');
    const ofOther = { frozen: [{ period: 0, class: sample.otherClass }] };
    expect(fault({ on: '2027-01-29', year: ofOther, written })).toBeUndefined();
  });
});
