import { firstValueFrom, of, tap } from 'rxjs';
import { expect, test } from 'vitest';
import { addDays } from '../../../domain/base/local-date.ts';
import { classId } from '../../../domain/kinds/class/record.ts';
import { kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { lessonId } from '../../../domain/kinds/lesson/record.ts';
import { sample, sampleLesson } from '../../../domain/testing/sample.ts';
import { bianchi, fixedRegister, mondayOf1A } from '../../data/testing/fixed-register.ts';
import { lessonsOfLastDays } from './lessons-of-last-days.ts';

const DAYS = 14;
const HOURS = [1, 2, 3];
const signatures = [{ teacher: sample.bianchi, type: 'ordinary', signedAt: sample.morning }] as const;
const others = Array.from({ length: 9 }, (_, index) => classId(2026, 'lowerSecondary', `${index + 1}Z`));
const [coordinator] = kinds.appointment.samples;
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

const span = { from: addDays(sample.day, -DAYS), to: sample.day };

/** How many lessons are read, and those that are found. */
async function readBy(identity: typeof bianchi, ...more: readonly RegisterRecord[]) {
  const { records, now } = fixedRegister(identity, `${sample.day}T13:00`, ...school, ...more);
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
  expect(await firstValueFrom(records.find('lesson', { day: span }))).toHaveLength(420);
  return { found: await firstValueFrom(lessonsOfLastDays(counting, of(now()))), count: read };
}

test('of the last days the lessons of one’s own classes are read, not those of the whole school', async () => {
  const { found, count } = await readBy(bianchi);
  // Those of 1A, and of today those of all classes: whoever has signed in one of others sees it on its day.
  expect(count).toBe(72);
  expect(found.filter((lesson) => lesson.class === sample.class)).toHaveLength(42);
  expect(found).toHaveLength(69);
});

test('and those of a class that one coordinates without teaching in it', async () => {
  const [other = sample.class] = others;
  const appointed = { ...coordinator, role: 'coordinator', person: sample.bianchi, class: other } as const;
  const { found } = await readBy(bianchi, appointed);
  expect(found.filter((lesson) => lesson.class === other)).toHaveLength(42);
});

test('whoever answers for all classes may have signed in any: of them all are looked through', async () => {
  const appointed = { ...coordinator, id: 'staff', role: 'staff', person: sample.bianchi } as const;
  const { class: _class, ...staff } = { class: undefined, ...appointed };
  const { found, count } = await readBy(bianchi, staff, { ...kinds.person.samples[0], id: sample.bianchi });
  expect([found.length, count]).toEqual([420, 420]);
});
