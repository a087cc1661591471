import { expect, test } from 'vitest';
import type { PupilHour } from '../view/class-hour.ts';
import { findPupil } from './find-pupil.ts';

// Only the names matter here.
const pupils = [
  ['Àlvarez', 'María'],
  ["D'Angelo", 'Aurora'],
  ['Marini', 'Luca'],
  ['Rossi', 'Maria'],
].map(([surname, givenName]) => ({ person: { surname, givenName } })) as unknown as readonly PupilHour[];

test('finds by surname before given name, whatever the accents and apostrophes', () => {
  expect(findPupil(pupils, 'alv')).toBe(0);
  expect(findPupil(pupils, 'dang')).toBe(1);
  expect(findPupil(pupils, 'mar')).toBe(2);
  expect(findPupil(pupils, 'maria')).toBe(0);
  expect(findPupil(pupils, 'ossi')).toBe(3);
  expect(findPupil(pupils, 'zzz')).toBeUndefined();
});
