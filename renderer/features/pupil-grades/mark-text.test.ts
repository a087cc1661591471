import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import type { Instant, LocalDate } from '../../../domain/base/ids.ts';
import type { Format } from '../../i18n/format.ts';
import { kindTexts } from '../../kinds/registry.ts';
import type { PupilMark } from '../../views/grades/course-marks.ts';
import { notesOf } from './mark-text.tsx';
import { it as own } from './texts.it.ts';

const translation = Object.assign({}, own, ...kindTexts.map((texts) => texts.it)) as object;
const i18n = createInstance();
await i18n.init({ lng: 'it', resources: { it: { translation } }, interpolation: { escapeValue: false } });
const now = '2026-11-23T10:00:00.000Z' as Instant;
const words = {
  t: i18n.t,
  format: { number: String, shortDay: String, time: String } as unknown as Format,
  now,
  nameOfClass: String,
};
const mark: PupilMark = {
  id: 'mark',
  day: '2026-11-12' as LocalDate,
  type: 'written',
  topic: '',
  value: { quarters: 28 },
  quarters: 28,
  weight: 50,
  comment: '',
  commentForAll: '',
  shownFrom: '2026-11-12T10:00:00.000Z' as Instant,
};
const notes = (changes: Partial<PupilMark>) => notesOf({ ...mark, ...changes }, words);

test('D58: of a mark that weighs less than others its weight is told', () => {
  expect(notes({})).toEqual([expect.stringMatching(/^peso 50/)]);
  expect(notes({ weight: 100 })).toEqual([]);
});

test('D53: to points that come to no grade no weight applies, and none is told; nor of an event (D52)', () => {
  const { quarters: _number, ...rest } = mark;
  const told = (changes: Partial<PupilMark>) => notesOf({ ...rest, ...changes }, words);
  const points = { value: { score: 3500 }, maximum: 5000, notCounted: 'rawScore' } as const;
  expect(told(points)).toEqual([expect.stringMatching(/^non fa media/)]);
  expect(told({ value: { event: 'unprepared' }, notCounted: 'event' })).toHaveLength(1);
});
