import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import type { LocalTime } from '../../base/ids.ts';
import type { AttendanceEvent } from './record.ts';
import { sample, sampleEvent, sampleHours } from '../../testing/sample.ts';
import { absentHalfUnits } from './absence-hours.ts';
import { dayState } from './attendance-state.ts';
import { hourPresence, saySameOfHour } from './hour-presence.ts';
import { markPupil, type RollCallMark } from './roll-call.ts';

type Events = readonly AttendanceEvent[];
const first = must(sampleHours[0], 'the first hour');
const second = must(sampleHours[1], 'the second hour');
const marked = (...marks: readonly RollCallMark[]): Events =>
  marks.reduce<Events>(
    (events, mark) => markPupil(events, mark, { ...first, by: sample.neri, at: sample.morning }),
    [],
  );
const late = (time: string) => ({ kind: 'late', time: time as LocalTime }) as const;
const exit = (time: string) => ({ kind: 'exit', time: time as LocalTime }) as const;
const out = { kind: 'outOfClass' } as const;
const marksOf = (events: Events) => {
  const { mark, also } = hourPresence(events, first);
  return [mark, ...also];
};

describe('D8 an hour says all that happened in it', () => {
  it.each<[string, Events, readonly string[], number]>([
    ['late, and gone again', marked(late('08:20'), exit('08:40')), ['exited', 'late'], 40],
    ['gone, and back again', marked(exit('08:20'), late('08:40')), ['late', 'exited'], 20],
    ['late, then out of class', marked(late('08:20'), out), ['outOfClass', 'late'], 20],
    ['out of class, then gone', marked(out, exit('08:40')), ['exited', 'outOfClass'], 20],
    [
      'late, gone, and back again',
      marked(late('08:10'), exit('08:20'), late('08:30')),
      ['late', 'exited'],
      20,
    ],
    ['late, and nothing more', marked(late('08:20')), ['late'], 20],
    ['here', marked(), ['present'], 0],
    ['absent', marked({ kind: 'absent' }), ['absent'], 60],
  ])('%s', (_name, events, marks, missedMinutes) => {
    expect(marksOf(events)).toEqual(marks);
    expect(hourPresence(events, first).missedMinutes).toBe(missedMinutes);
  });

  it('counts what both of them miss', () => {
    expect(absentHalfUnits(dayState(marked(late('08:20'), exit('08:40'))), first)).toBe(1);
    expect(absentHalfUnits(dayState(marked(late('08:20'), exit('08:40'))), second)).toBe(2);
  });

  it('takes a late entry back where the same hour says that the pupil was here, or away, all the time', () => {
    expect(marked(late('08:20'), { kind: 'present' })).toEqual([]);
    expect(marked(late('08:20'), out, late('08:25')).map(({ kind }) => kind)).toEqual(['entry']);
    expect(marked(late('08:20'), out, { kind: 'absent' }).map(({ kind }) => kind)).toEqual(['absent']);
  });
});

it('who was to come with the next bell, and was not found by that hour, was in neither (D8, D93)', () => {
  const third = must(sampleHours[2], 'the third hour');
  const cameInTheThird: Events = [
    { kind: 'entry', hour: third.hour, time: third.end, by: sample.neri, at: sample.morning },
  ];
  const marker = { ...first, by: sample.neri, at: sample.morning, later: [{ bell: second, isThere: false }] };
  const events = markPupil(cameInTheThird, late(second.start), marker);
  for (const hour of [first, second]) expect(absentHalfUnits(dayState(events), hour)).toBe(hour.halfUnits);
  // One minute earlier the pupil has been there for that minute, and has gone.
  const before = markPupil(cameInTheThird, late('08:59'), marker);
  expect(hourPresence(before, first)).toMatchObject({ mark: 'late', missedMinutes: 59 });
  expect(hourPresence(before, second)).toMatchObject({ mark: 'exited', missedMinutes: 60 });
});

it('two lists that give one hour the same mark and the same minutes do not say the same of it', () => {
  const early = [sampleEvent('exit', '08:20')];
  const both = [sampleEvent('entry', '08:20'), sampleEvent('exit', '08:40')];
  for (const events of [early, both])
    expect(hourPresence(events, first)).toMatchObject({ mark: 'exited', missedMinutes: 40 });
  expect(saySameOfHour(early, both, first)).toBe(false);
  expect(saySameOfHour(both, [...both, sampleEvent('exit', '09:30', 2)], first)).toBe(true);
  // Gone for the whole second hour, whenever in the first.
  expect(saySameOfHour(early, both, second)).toBe(true);
});
