import { expect, it } from 'vitest';
import { HELD_KINDS, kindOfBefore } from './held-kinds.ts';
import { kindNamed } from './registry.ts';

it('the kinds on which devices write what concerns others are those of before, and whichever come after', () => {
  expect(HELD_KINDS).toEqual(expect.arrayContaining(['lesson', 'attendanceDay', 'earlierGrade']));
  expect(HELD_KINDS).not.toContain('conflictNotice');
  expect(HELD_KINDS).not.toContain('person');
});

it('a collection that was noted stood for the one kind of it that devices begin', () => {
  for (const collection of ['lessons', 'attendance'])
    expect(kindNamed(kindOfBefore(collection))?.collection).toBe(collection);
  for (const other of ['personal', 'agenda', 'constructor']) expect(kindOfBefore(other)).toBeUndefined();
});
