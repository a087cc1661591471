import { expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import type { PersonId } from '../../../../domain/base/ids.ts';
import type { ClassHour, PupilHour } from './class-hour.ts';
import { keptHour } from './kept-hour.ts';

const pupil = (id: string, mark: PupilHour['mark']) =>
  ({ person: { id: id as PersonId, surname: id }, mark, moves: [] }) as unknown as PupilHour;
/** Made anew each time, as by a view. */
const hourOf = (...pupils: readonly PupilHour[]) =>
  ({ day: '2026-11-23', bell: { hour: 1 }, hours: [{ hour: 1 }], pupils }) as unknown as ClassHour;

test('of a class in which one was marked only that one is another, with the hour around them', () => {
  const before = hourOf(pupil('a', 'present'), pupil('b', 'present'));
  const now = keptHour(before, hourOf(pupil('a', 'absent'), pupil('b', 'present')));
  expect(now).not.toBe(before);
  expect(now?.pupils[0]).toMatchObject({ mark: 'absent' });
  expect(now?.pupils[1]).toBe(before.pupils[1]);
  expect([now?.bell, now?.hours]).toEqual([before.bell, before.hours]);
  expect(now?.hours).toBe(before.hours);
});

test('what stands as before is the hour of before; whoever comes, goes or changes places makes it another', () => {
  const [a, b] = [pupil('a', 'present'), pupil('b', 'present')];
  const before = hourOf(a, b);
  expect(keptHour(before, hourOf(pupil('a', 'present'), pupil('b', 'present')))).toBe(before);
  for (const others of [[a], [b, a], [a, b, pupil('c', 'present')], []])
    expect(keptHour(before, hourOf(...others))?.pupils).toEqual(others);
  expect(keptHour(before, undefined)).toBeUndefined();
  expect(keptHour(undefined, before)).toBe(before);
});

test('a change of the hour alone keeps its pupils', () => {
  const before = hourOf(pupil('a', 'present'));
  const signed = must(keptHour(before, { ...hourOf(pupil('a', 'present')), signedByMe: true }), 'an hour');
  expect(signed.signedByMe).toBe(true);
  expect(signed.pupils).toBe(before.pupils);
});
