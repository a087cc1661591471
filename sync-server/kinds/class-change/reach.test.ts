import { expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import { reachOf } from './reach.ts';
import type { Stay } from './stays.ts';

const enrolment = must(kinds.enrolment.samples[0], 'a sample');
const stay: Stay = { classes: [], enrolment: { ...enrolment, to: addDays(enrolment.from, 60) } };

test.each([
  'timetableEntry',
  'class',
  'bellScheme',
  'subject',
  'assignment',
  'school',
  'schoolYear',
] as const)(
  'D97: hours in classes that were left are counted anew when %s says how they are counted',
  (kind) => {
    const reach = reachOf([must(kinds[kind].samples[0], 'a sample')]);
    expect([reach.isNothing, reach.reaches(stay)]).toEqual([false, true]);
  },
);

test('D97: what has a day counts for a stay that lasted until then, and nothing else', () => {
  const lesson = { ...must(kinds.lesson.samples[0], 'a sample'), class: enrolment.class };
  const [within, after] = [
    { ...lesson, day: enrolment.from },
    { ...lesson, day: addDays(enrolment.from, 90) },
  ];
  expect([within, after].map((one) => reachOf([one]).reaches(stay))).toEqual([true, false]);
});

test('grades and words of people about themselves say nothing of hours', () => {
  for (const kind of ['grade', 'assessment', 'personalData', 'conflictNotice'] as const)
    expect(reachOf([must(kinds[kind].samples[0], 'a sample')]).isNothing).toBe(true);
});
