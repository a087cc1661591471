import { expect, test } from 'vitest';
import { kinds } from '../../../domain/kinds/registry.ts';
import { readPastWeek } from './past-week.ts';

const [lesson] = kinds.lesson.samples;
const [planned] = kinds.plannedLesson.samples;

test('what was told of a week is read as what is synchronised: kinds that are not known here, and what is broken, are left out', () => {
  const { signatures: _signatures, ...broken } = lesson;
  const records = [
    lesson,
    { ...planned, laterMember: 1 },
    { ...lesson, kind: 'hologram' },
    broken,
    kinds.attendanceDay.samples[0],
  ].map((record) => ({ ...record }));
  const week = readPastWeek({ records });
  expect(week.done.map(({ id }) => id)).toEqual([lesson.id]);
  expect(week.planned.map(({ id }) => id)).toEqual([planned.id]);
});
