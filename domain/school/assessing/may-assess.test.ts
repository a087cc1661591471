import { describe, expect, it } from 'vitest';
import type { Actor } from '../../access/actor.ts';
import type { LocalDate } from '../../base/ids.ts';
import { DEFAULT_POLICIES } from '../../kinds/school/record.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { sample, sampleHours, sampleYear } from '../../testing/sample.ts';
import type { WriteFacts } from '../write-facts.ts';
import { assessingDayFault, assessingFault } from './may-assess.ts';

const bianchi: Actor = {
  school: sample.school,
  person: sample.bianchi,
  roles: ['teacher'],
  classes: [sample.class],
};
const facts: WriteFacts = {
  policies: DEFAULT_POLICIES,
  year: sampleYear,
  hours: sampleHours,
  teaches: true,
  subjects: [sample.maths],
  enrolment: 'enrolled',
};
const test = { day: sample.day, class: sample.class, subject: sample.maths, recordedAt: sample.evening };

describe('who assesses a class in a subject', () => {
  it('D24: is whoever has the subject in the class on the day', () => {
    expect(assessingFault(bianchi, null, test, { ...facts, assesses: () => [sample.maths] })).toBeUndefined();
    expect(assessingFault(bianchi, null, test, { ...facts, assesses: () => [] })).toBe('forbidden');
  });

  it('F.5: is nobody of whom it is not said, though they are in the class for the subject', () => {
    expect(assessingFault(bianchi, null, test, facts)).toBe('forbidden');
    expect(assessingFault(bianchi, test, test, facts)).toBe('forbidden');
  });
});

it('D24, D28, D198: what keeps a class from being assessed on a day is the same for whoever writes and for whoever decides', () => {
  const fault = (day: string, changes: Partial<SchoolYear> = {}) => {
    const year = { ...sampleYear, ...changes };
    const next = { ...test, day: day as LocalDate };
    const ofDay = assessingDayFault(year, next, test.recordedAt);
    expect(assessingFault(bianchi, null, next, { ...facts, year, assesses: () => [sample.maths] })).toBe(
      ofDay,
    );
    return ofDay;
  };
  expect(fault('2026-11-23')).toBeUndefined();
  expect(fault('2026-11-24')).toBe('futureDay');
  expect(fault('2026-11-22')).toBe('noLessonDay');
  const frozen = [{ period: 0, class: sample.class }];
  expect(fault('2026-11-20', { frozen })).toBe('periodClosed');
  expect(fault('2026-11-20', { frozen, closedOn: '2026-11-22' as LocalDate })).toBe('yearClosed');
});
