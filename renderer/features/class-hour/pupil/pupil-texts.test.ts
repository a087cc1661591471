import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import type { LocalTime } from '../../../../domain/base/ids.ts';
import type { PupilHour } from '../view/class-hour.ts';
import { earlierText, otherTimes, pupilStates, type ToldHour } from './pupil-texts.ts';
import type { Format } from '../../../i18n/format.ts';

// The keys themselves with their time: what is said, not how.
const t = ((key: string, { time = '', state = '' } = {}) =>
  [key.split('.').slice(2).join('.'), time, state].filter(Boolean).join(' ')) as unknown as TFunction;
const format = { clock: (time: string) => time, hour: String } as unknown as Format;
const span: ToldHour = { start: '08:00' as LocalTime, end: '09:00' as LocalTime, standing: 'called' };
const pupil = (changes: object) =>
  ({
    mark: 'exited',
    time: '08:40',
    also: ['late'],
    moves: [{ kind: 'entry', time: '08:20' }],
    earlier: [],
    out: [],
    shortLate: false,
    movesOverMaximum: 0,
    changedAfterRollCall: false,
    ...changes,
  }) as unknown as PupilHour;

test('D8 who came late and has gone again is called both', () => {
  expect(pupilStates(pupil({}), span, t, format)).toBe('exitedAt 08:40; cameLate 08:20');
  expect(otherTimes(pupil({ shortLate: true }), span, t, format)).toEqual(['cameShortLate 08:20']);
});

test('an entry of another hour, and one before the hour’s last, are entries', () => {
  const ofBefore = { mark: 'exited', also: [], moves: [{ kind: 'entry', time: '07:50' }] };
  expect(otherTimes(pupil(ofBefore), span, t, format)).toEqual(['entered 07:50']);
});

test('an earlier hour names all that was said of it', () => {
  expect(earlierText({ hour: 1, mark: 'exited', also: ['late'] }, t, format)).toBe(
    'earlierAt state.late, state.exited',
  );
});

test('what has happened by now is not said to be to come', () => {
  const moves = [
    { kind: 'exit', time: '09:10' },
    { kind: 'entry', time: '09:30' },
  ];
  const here = pupil({ mark: 'present', time: undefined, also: [], moves });
  const at = (now: string) => otherTimes(here, { ...span, now: now as LocalTime }, t, format);
  expect(at('08:50')).toEqual(['leaves 09:10', 'enters 09:30']);
  expect(at('09:10')).toEqual(['left 09:10', 'enters 09:30']);
  expect(at('09:31')).toEqual(['left 09:10', 'returned 09:30']);
});

test('D9 whoever had gone is back, and not late', () => {
  const back = pupil({
    mark: 'present',
    isReturn: true,
    also: ['exited'],
    moves: [{ kind: 'exit', time: '08:20' }],
  });
  expect(pupilStates(back, span, t, format)).toBe('returnedAt 08:40; left 08:20');
  const sameMinute = { ...back, moves: [{ kind: 'exit' as const, time: '08:40' as LocalTime }] };
  expect(pupilStates(sameMinute, span, t, format)).toBe('returnedAt 08:40; left 08:40');
  expect(earlierText({ hour: 1, mark: 'present', also: ['exited'], isReturn: true }, t, format)).toBe(
    'earlierAt state.exited, back',
  );
});
