import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import type { LocalTime } from '../../../../domain/base/ids.ts';
import type { PupilHour } from '../view/class-hour.ts';
import type { Format } from '../../../i18n/format.ts';
import type { ToldHour } from './pupil-texts.ts';
import { rowTimes } from './row-times.ts';

const t = ((key: string, { time = '' } = {}) => `${key.split('.').at(-1)} ${time}`) as unknown as TFunction;
const format = { clock: (time: string) => time } as unknown as Format;
const span: ToldHour = { start: '11:00' as LocalTime, end: '11:55' as LocalTime, standing: 'called' };
const pupil = (changes: object) =>
  ({ mark: 'late', also: [], moves: [], earlier: [], shortLate: false, ...changes }) as unknown as PupilHour;

test('N9 of two exits and an entry all can be read, in the order in which they happened', () => {
  const moves = [
    { kind: 'exit', time: '11:10' },
    { kind: 'exit', time: '12:20' },
  ];
  const times = rowTimes(pupil({ time: '11:30', moves }), span, t, format);
  expect(times.map(({ text, isOwn }) => [text, isOwn])).toEqual([
    ['left 11:10', false],
    ['entered 11:30', true],
    ['leaves 12:20', false],
  ]);
});

test('a return says that it is one beside the exit before it: two bare times would read as two exits', () => {
  const moves = [{ kind: 'exit', time: '11:10' }];
  const back = pupil({ mark: 'present', time: '11:20', isReturn: true, moves });
  expect(rowTimes(back, span, t, format).map(({ text }) => text)).toEqual(['left 11:10', 'returned 11:20']);
});

test('a time alone needs no word beside the letter of its mark', () => {
  expect(rowTimes(pupil({ time: '11:20' }), span, t, format)).toEqual([
    { time: '11:20', text: '11:20', isOwn: true },
  ]);
  expect(rowTimes(pupil({ mark: 'present' }), span, t, format)).toEqual([]);
});
