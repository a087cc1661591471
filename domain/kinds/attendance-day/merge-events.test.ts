import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { budgeted } from '../../testing/budget.ts';
import { must } from '../../base/assert.ts';
import type { Instant, LocalTime } from '../../base/ids.ts';
import type { AttendanceEvent } from './record.ts';
import { sample, sampleEvent } from '../../testing/sample.ts';
import { absentHalfUnits } from './absence-hours.ts';
import { dayState, eventFault } from './attendance-state.ts';
import { changeInLostHours, mergeEvents, type EventsSide } from './merge-events.ts';
import { markPupil, type RollCallMark } from './roll-call.ts';

const hours = [1, 2, 3, 4].map((hour) => ({
  hour,
  start: `${String(7 + hour).padStart(2, '0')}:00` as LocalTime,
  end: `${String(8 + hour).padStart(2, '0')}:00` as LocalTime,
  halfUnits: 2,
}));
const at = (minute: number) => `2026-11-23T11:${String(minute).padStart(2, '0')}:00.000Z` as Instant;
const side = (events: readonly AttendanceEvent[], minute = 0, author = sample.bianchi): EventsSide => ({
  events,
  saved: { author, recordedAt: at(minute) },
});
const missed = (events: readonly AttendanceEvent[]) =>
  hours.map((hour) => absentHalfUnits(dayState(events), hour));

describe('D8 marks of two devices on one day', () => {
  const entry = sampleEvent('entry', '08:20', 1);
  it.each<[string, readonly AttendanceEvent[], readonly AttendanceEvent[], readonly number[]]>([
    [
      'an absence of a later hour leaves the entry of the first',
      [entry],
      [sampleEvent('absent', undefined, 3)],
      [0, 0, 2, 2],
    ],
    [
      'an entry of a later hour follows the absence of the first',
      [sampleEvent('absent')],
      [sampleEvent('entry', '10:20', 3)],
      [2, 2, 0, 0],
    ],
    [
      'an exit of a later hour comes after the absence of the first',
      [sampleEvent('absent')],
      [sampleEvent('exit', '10:30', 3)],
      [2, 2, 1, 2],
    ],
    [
      'two exits both stand',
      [sampleEvent('exit', '08:30', 1)],
      [sampleEvent('exit', '10:30', 3)],
      [1, 2, 1, 2],
    ],
    [
      'an absence in two hours is one absence',
      [sampleEvent('absent')],
      [sampleEvent('absent', undefined, 3)],
      [2, 2, 2, 2],
    ],
    [
      'out of class in the first, absent in the third',
      [sampleEvent('outOfClass')],
      [sampleEvent('absent', undefined, 3)],
      [0, 0, 2, 2],
    ],
  ])('%s', (_what, mine, theirs, expected) => {
    const merged = mergeEvents([], side(mine), side(theirs));
    expect(merged).toMatchObject({ mineLost: false, theirsLost: false });
    expect(missed(merged.events)).toEqual(expected);
  });

  it('the same said twice was said when the first one did', () => {
    const again = { ...entry, by: sample.neri, at: at(10) };
    expect(mergeEvents([], side([again]), side([entry])).events).toEqual([entry]);
  });

  it('of two times for one coming the later mark stands, and only its hour is decided', () => {
    const exit = sampleEvent('exit', '10:30', 3, sample.neri);
    const mine = [{ ...entry, at: at(1) }, sampleEvent('outOfClass', undefined, 2)];
    const theirs = [{ ...entry, time: '08:25' as LocalTime, at: at(2), by: sample.neri }, exit];
    const { events, mineLost, theirsLost } = mergeEvents([], side(mine, 5), side(theirs, 5, sample.neri));
    expect([mineLost, theirsLost]).toEqual([true, false]);
    expect(events.map(({ kind, time }) => [kind, time])).toEqual([
      ['entry', '08:25'],
      ['exit', '10:30'],
      ['outOfClass', undefined],
    ]);
  });

  it('names as winner whoever marked the hour that was lost, not a colleague of another hour', () => {
    const won = { ...entry, time: '08:25' as LocalTime, at: at(2), by: sample.neri };
    const later = { ...sampleEvent('exit', '10:30', 3), at: at(9) };
    const whole = { author: sample.bianchi, recordedAt: at(9) };
    expect(changeInLostHours([entry], [won, later], whole)).toEqual({
      author: sample.neri,
      recordedAt: at(2),
    });
    expect(changeInLostHours([later], [later], whole)).toEqual(whole);
  });

  it('a mark taken back on one device and altered on the other is decided, not mixed', () => {
    const altered = { ...entry, time: '08:30' as LocalTime, at: at(1), by: sample.neri };
    const earlier = mergeEvents([entry], side([], 5), side([altered], 1, sample.neri));
    expect(earlier).toMatchObject({ events: [], theirsLost: true });
    const later = mergeEvents([entry], side([], 0), side([altered], 1, sample.neri));
    expect(later).toMatchObject({ events: [altered], mineLost: true });
  });
});

describe('merge of days as a whole', () => {
  const step = fc
    .record({
      hour: fc.integer({ min: 1, max: 4 }),
      minute: fc.integer({ min: 1, max: 59 }),
      kind: fc.nat(4),
    })
    .map(({ hour, minute, kind }) => {
      const time = `${String(7 + hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as LocalTime;
      const marks: readonly RollCallMark[] = [
        { kind: 'present' },
        { kind: 'absent' },
        { kind: 'late', time },
        { kind: 'exit', time },
        { kind: 'outOfClass' },
      ];
      return { hour, mark: must(marks[kind], 'a mark') };
    });
  type Steps = readonly { readonly hour: number; readonly mark: RollCallMark }[];
  const mark = (from: readonly AttendanceEvent[], steps: Steps, by = sample.bianchi, minute = 0) =>
    steps.reduce<readonly AttendanceEvent[]>((events, { hour, mark: one }, index) => {
      const bell = must(hours[hour - 1], 'an hour');
      return markPupil(events, one, { ...bell, by, at: at(minute + index) });
    }, from);
  const days = fc.record({
    base: fc.array(step, { maxLength: 3 }),
    mine: fc.array(step, { maxLength: 5 }),
    theirs: fc.array(step, { maxLength: 5 }),
    late: fc.nat(20),
  });

  it('is commutative and idempotent, valid, and loses nothing that is not told', () => {
    fc.assert(
      fc.property(days, ({ base: first, mine: my, theirs: their, late }) => {
        const base = mark([], first);
        const mine = side(mark(base, my, sample.bianchi, 10), 30);
        const theirs = side(mark(base, their, sample.neri, 10 + late), 30 + late, sample.neri);
        const forth = mergeEvents(base, mine, theirs);
        const back = mergeEvents(base, theirs, mine);
        expect(forth.events).toEqual(back.events);
        expect([forth.mineLost, forth.theirsLost]).toEqual([back.theirsLost, back.mineLost]);
        expect(eventFault(forth.events)).toBeUndefined();
        const once = side(forth.events, 59);
        expect(mergeEvents(base, once, once).events).toEqual(forth.events);
        expect(mergeEvents(theirs.events, once, theirs).events).toEqual(forth.events);
        const said = forth.events.map(({ kind, hour, time }) => `${kind}.${hour}.${time ?? ''}`);
        const isNew = (event: AttendanceEvent) => !base.includes(event);
        for (const { kind, hour, time } of forth.mineLost ? [] : mine.events.filter(isNew))
          expect(said).toContain(`${kind}.${hour}.${time ?? ''}`);
        for (const { kind, hour, time } of forth.theirsLost ? [] : theirs.events.filter(isNew))
          expect(said).toContain(`${kind}.${hour}.${time ?? ''}`);
      }),
      { numRuns: budgeted(2000) },
    );
  });
});
