import { expect, it } from 'vitest';
import type { Instant, LocalDate, LocalTime } from '../base/ids.ts';
import { enrolmentId, type Enrolment } from '../kinds/enrolment/record.ts';
import { sample, sampleEntry, sampleYear } from '../testing/sample.ts';
import { isOnRoll, membershipOn } from './class-membership.ts';

const from = '2026-09-14' as LocalDate;
const enrolment = (changes: Partial<Enrolment>): Enrolment => ({
  id: enrolmentId(sample.pupil, sample.class, from),
  kind: 'enrolment',
  school: sample.school,
  author: sampleYear.author,
  entry: sampleEntry(),
  recordedAt: sample.morning,
  pupil: sample.pupil,
  class: sample.class,
  from,
  ...changes,
});
const at = (clock: string) => ({ start: clock as LocalTime });
const yesterday = '2026-11-22' as LocalDate;

it('D202 on the day on which the office ends an enrolment the pupil has left in the course of it', () => {
  const ended = [enrolment({ to: yesterday })];
  expect(membershipOn(ended, sample.class, sample.day)).toBe('leftToday');
  expect(membershipOn(ended, sample.class, yesterday)).toBe('enrolled');
  expect(membershipOn(ended, sample.class, '2026-11-24' as LocalDate)).toBe('otherDays');
  expect(membershipOn(ended, sample.otherClass, sample.day)).toBe('never');
  const before = [enrolment({ to: yesterday, recordedAt: '2026-11-20T10:00:00.000Z' as Instant })];
  expect(membershipOn(before, sample.class, sample.day)).toBe('otherDays');
});

it('an enrolment that never began holds on no day, not on that of its end either', () => {
  const never = enrolment({ from: sample.day, to: yesterday });
  expect(membershipOn([never], sample.class, sample.day)).toBe('otherDays');
});

it('D6: the roll of the old class keeps the pupil in the hours that had begun when the office wrote', () => {
  // Written at 8:10.
  const ended = enrolment({ to: yesterday });
  expect(isOnRoll(ended, sample.day, at('08:00'))).toBe(true);
  expect(isOnRoll(ended, sample.day, at('09:00'))).toBe(false);
  expect(isOnRoll(enrolment({}), sample.day, at('13:00'))).toBe(true);
});
