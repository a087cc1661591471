import { afterEach, expect, test } from 'vitest';
import { toClassId, toSchoolId, toSubjectId, type LocalDate } from '../../../domain/base/ids.ts';
import {
  closeUnwritten,
  layersOf,
  showsUnwritten,
  tookNote,
  unwrittenOf,
  type GradebookGrid,
} from './unwritten.ts';

const DAY: LocalDate = '2026-11-23' as LocalDate;
const account = { school: toSchoolId('school'), username: 'rossi' };
const other = { ...account, username: 'bruni' };
const maths: GradebookGrid = {
  account,
  section: 'grades',
  place: { day: DAY, schoolClass: toClassId('1A'), hour: 2 },
  subject: toSubjectId('maths'),
  period: 0,
};
const at = { row: 'anna', column: 'test' };
const refused = { text: '7', reason: 'Serve il motivo.', over: '6' };

afterEach(() => {
  closeUnwritten();
  for (const each of [account, other]) tookNote(unwrittenOf(each));
});

test('what was typed waits before its cell however often its page is left, and is told while the page is not there', () => {
  const leave = showsUnwritten(maths);
  layersOf(maths).put([{ ...at, refused }]);
  expect(unwrittenOf(account)).toEqual([]);
  leave();
  expect(unwrittenOf(account)).toEqual([{ grid: maths, at, waits: refused }]);
  expect(unwrittenOf(other)).toEqual([]);
  const opened = { ...maths, place: { ...maths.place, hour: 5 } };
  expect(layersOf(opened).at(at).refused).toBe(refused);
  expect(layersOf({ ...maths, period: 1 }).at(at).refused).toBeUndefined();
});

test('what is refused after the page was left is told as well, and no more once it is written or given up', () => {
  const layers = layersOf(maths);
  layers.put([{ ...at, coming: { text: '7' } }]);
  showsUnwritten(maths)();
  expect(unwrittenOf(account)).toEqual([]);
  layers.put([{ ...at, coming: undefined, refused }]);
  expect(unwrittenOf(account)).toHaveLength(1);
  layersOf(maths).put([{ ...at, refused: undefined }]);
  expect(unwrittenOf(account)).toEqual([]);
});

test('whoever took note is told no more, unless something else waits there; it stays at its cell', () => {
  layersOf(maths).put([{ ...at, refused }]);
  tookNote(unwrittenOf(account));
  expect(unwrittenOf(account)).toEqual([]);
  expect(layersOf(maths).at(at).refused).toBe(refused);
  layersOf(maths).put([{ ...at, refused: { ...refused, text: '8' } }]);
  expect(unwrittenOf(account)).toHaveLength(1);
});

test('a register that closes leaves nothing of what was typed, but where it was: its owner is told, and nobody else', () => {
  const before = layersOf(maths);
  const leave = showsUnwritten(maths);
  before.put([{ ...at, refused }]);
  closeUnwritten();
  leave();
  // The question that was open is given up with the page.
  const late = { row: 'bruno', column: 'test' };
  before.put([{ ...late, refused }]);
  expect(unwrittenOf(other)).toEqual([]);
  expect(unwrittenOf(account)).toEqual([
    { grid: maths, at },
    { grid: maths, at: late },
  ]);
  expect(layersOf(maths).at(at).refused).toBeUndefined();
  showsUnwritten(maths);
  expect(unwrittenOf(account)).toHaveLength(2);
});
