import { firstValueFrom, of, tap } from 'rxjs';
import { expect, test } from 'vitest';
import { addDays } from '../../../domain/base/local-date.ts';
import { classId } from '../../../domain/kinds/class/record.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import { lessonId } from '../../../domain/kinds/lesson/record.ts';
import { sample, sampleLesson } from '../../../domain/testing/sample.ts';
import { bianchi, fixedRegister, mondayOf1A } from '../../data/testing/fixed-register.ts';
import { lessonsOfLastDays } from './lessons-of-last-days.ts';

const DAYS = 14;
const HOURS = [1, 2, 3];
const signatures = [{ teacher: sample.bianchi, type: 'ordinary', signedAt: sample.morning }] as const;
const others = Array.from({ length: 9 }, (_, index) => classId(2026, 'lowerSecondary', `${index + 1}Z`));
/** Bianchi teaches 1A, and as principal has the lessons of all classes on the device. */
const principal = { ...bianchi, roles: ['teacher', 'principal'] as const };
const school = [
  ...mondayOf1A(sample.bianchi),
  ...others.map((id) => ({ ...kinds.class.samples[0], id })),
  ...[sample.class, ...others].flatMap((id) =>
    Array.from({ length: DAYS }, (_, back) => addDays(sample.day, -back)).flatMap((day) =>
      HOURS.map((hour) =>
        sampleLesson({ id: lessonId(day, hour, id), class: id, day, hour, signatures: [...signatures] }),
      ),
    ),
  ),
];

test('of the last days the lessons of one’s own classes are read, not those of the whole school', async () => {
  const { records, now } = fixedRegister(principal, `${sample.day}T13:00`, ...school);
  let read = 0;
  const counting = {
    ...records,
    find: ((kind, criteria) =>
      records.find(kind, criteria).pipe(
        tap((found) => {
          read += found.length;
        }),
      )) as typeof records.find,
  };
  const ofSpan = { day: { from: addDays(sample.day, -DAYS), to: sample.day } };
  expect(await firstValueFrom(records.find('lesson', ofSpan))).toHaveLength(420);
  const found = await firstValueFrom(lessonsOfLastDays(counting, of(now())));
  // Those of 1A, and of today those of all classes: whoever has signed in one of others sees it on its day.
  expect(read).toBe(72);
  expect(found.filter((lesson) => lesson.class === sample.class)).toHaveLength(42);
  expect(found).toHaveLength(69);
});
