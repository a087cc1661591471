import { describe, expect, it } from 'vitest';
import type { LocalTime } from '../../base/ids.ts';
import { must } from '../../base/assert.ts';
import { DEFAULT_POLICIES } from '../school/record.ts';
import { bellHour, sample, sampleEvent, sampleHours } from '../../testing/sample.ts';
import { absentHalfUnits } from './absence-hours.ts';
import { dayState, eventFault, isShortLate, movesOverMaximum } from './attendance-state.ts';
import { hourPresence } from './hour-presence.ts';
import { markPupil } from './roll-call.ts';

const time = (text: string) => text as LocalTime;
/** A mark by a colleague in an hour of the morning. */
function markedIn(hour: number) {
  const { start, end } = must(sampleHours[hour - 1], 'an hour of the sample');
  return { hour, start, end, by: sample.neri, at: sample.evening };
}
const first = must(sampleHours[0], 'first hour');
const second = must(sampleHours[1], 'second hour');

describe('hours of absence (D10)', () => {
  const unit = bellHour(1, '08:30', '09:30');
  it.each([
    ['08:50', 0],
    ['08:59', 0],
    ['09:00', 1],
    ['09:05', 1],
    ['09:29', 1],
    ['09:30', 2],
    ['11:00', 2],
  ])('an entry at %s misses %i half units of an hour 8:30–9:30', (entry, halfUnits) => {
    expect(absentHalfUnits(dayState([sampleEvent('entry', entry)]), unit)).toBe(halfUnits);
  });

  it('adds what a late entry and an early exit miss, capped at the unit', () => {
    const state = dayState([sampleEvent('entry', '08:45'), sampleEvent('exit', '09:15')]);
    expect(absentHalfUnits(state, unit)).toBe(1);
    const hardlyThere = dayState([sampleEvent('entry', '09:10'), sampleEvent('exit', '09:12')]);
    expect(absentHalfUnits(hardlyThere, unit)).toBe(1);
    expect(absentHalfUnits(hardlyThere, bellHour(1, '08:30', '09:30', 1))).toBe(0);
  });

  it('counts the whole unit of an absent pupil and nothing for one out of class', () => {
    expect(absentHalfUnits(dayState([sampleEvent('absent')]), unit)).toBe(2);
    expect(absentHalfUnits(dayState([sampleEvent('outOfClass')]), unit)).toBe(0);
    expect(absentHalfUnits(dayState([sampleEvent('absent')]), bellHour(1, '08:00', '09:30', 3))).toBe(3);
  });
});

describe('mark of an hour', () => {
  it('shows a late pupil as absent in the hours before, late in that hour, present after', () => {
    const state = dayState([sampleEvent('entry', '09:10', 2)]);
    expect(hourPresence(state.events, first).mark).toBe('absent');
    expect(hourPresence(state.events, second).mark).toBe('late');
    expect(hourPresence(state.events, must(sampleHours[2], 'third hour')).mark).toBe('present');
  });

  it('shows an early exit from its hour on', () => {
    const state = dayState([sampleEvent('exit', '09:30', 2)]);
    expect(hourPresence(state.events, first).mark).toBe('present');
    expect(hourPresence(state.events, second).mark).toBe('exited');
    expect(hourPresence(state.events, must(sampleHours[2], 'third hour')).mark).toBe('exited');
  });

  it('shows out of class for its hour alone', () => {
    const state = dayState([sampleEvent('outOfClass', undefined, 2)]);
    expect([first, second].map((hour) => hourPresence(state.events, hour).mark)).toEqual([
      'present',
      'outOfClass',
    ]);
  });
});

describe('short late (D9)', () => {
  it('includes the boundary and not the minute after', () => {
    expect(isShortLate(time('08:10'), time('08:00'), DEFAULT_POLICIES)).toBe(true);
    expect(isShortLate(time('08:11'), time('08:00'), DEFAULT_POLICIES)).toBe(false);
  });
});

describe('policies on a day (D8)', () => {
  it('lets nobody be absent and seen by marks of one hour, and no move be without its time', () => {
    expect(eventFault([sampleEvent('absent')])).toBeUndefined();
    expect(eventFault([sampleEvent('absent'), sampleEvent('entry', '08:20')])).toBe('contradictoryEvents');
    expect(eventFault([sampleEvent('entry')])).toBe('contradictoryEvents');
    expect(eventFault([sampleEvent('absent', '08:00')])).toBe('contradictoryEvents');
    expect(eventFault([sampleEvent('exit', '09:00'), sampleEvent('exit', '09:00')])).toBe(
      'contradictoryEvents',
    );
    // Out and in again, and a presence in a later hour than the absence, are days like any other.
    expect(eventFault([sampleEvent('entry', '10:00'), sampleEvent('exit', '09:00')])).toBeUndefined();
    expect(eventFault([sampleEvent('absent'), sampleEvent('entry', '09:20', 2)])).toBeUndefined();
  });

  it('counts the entries and exits beyond the school’s maximum, and refuses none', () => {
    const twice = [sampleEvent('entry', '08:20'), sampleEvent('entry', '10:20')];
    expect(eventFault(twice)).toBeUndefined();
    expect(movesOverMaximum(twice, DEFAULT_POLICIES)).toBe(1);
    expect(movesOverMaximum(twice, { entriesPerDay: 2, exitsPerDay: 1 })).toBe(0);
    expect(
      movesOverMaximum(
        [...twice, sampleEvent('exit', '09:00'), sampleEvent('exit', '11:00')],
        DEFAULT_POLICIES,
      ),
    ).toBe(2);
  });
});

describe('marking in the roll call', () => {
  it('lets the late arrival that a colleague sees an hour later follow the absence', () => {
    const events = markPupil([sampleEvent('absent')], { kind: 'late', time: time('09:05') }, markedIn(2));
    expect(events).toEqual([
      sampleEvent('absent'),
      { kind: 'entry', time: '09:05', hour: 2, by: sample.neri, at: sample.evening },
    ]);
    expect(dayState(events).absent).toBe(false);
  });

  it('keeps the late entry when the same pupil leaves early', () => {
    const events = markPupil(
      [sampleEvent('entry', '08:20')],
      { kind: 'exit', time: time('11:00') },
      markedIn(3),
    );
    expect(events.map((event) => event.kind)).toEqual(['entry', 'exit']);
  });

  it('clears the day when the pupil turns out to be present, but not a colleague’s out-of-class hour', () => {
    const events = markPupil([sampleEvent('absent')], { kind: 'present' }, markedIn(1));
    expect(events).toEqual([]);
    const out = sampleEvent('outOfClass', undefined, 3);
    expect(markPupil([sampleEvent('entry', '08:20'), out], { kind: 'present' }, markedIn(1))).toEqual([out]);
  });

  it('leaves a colleague’s late entry and a later exit alone when the pupil is present now', () => {
    const late = sampleEvent('entry', '08:20', 1);
    const exit = sampleEvent('exit', '10:30', 3);
    expect(markPupil([late, exit], { kind: 'present' }, markedIn(2))).toEqual([late, exit]);
  });

  it('ends an absence of earlier hours where the pupil is seen, and erases only one of this hour', () => {
    const seen = { kind: 'entry', time: '10:00', hour: 3, by: sample.neri, at: sample.evening };
    const absent = sampleEvent('absent');
    expect(markPupil([absent], { kind: 'present' }, markedIn(3))).toEqual([absent, seen]);
    const leaves = markPupil([sampleEvent('absent')], { kind: 'exit', time: time('10:30') }, markedIn(3));
    expect(leaves.map(({ kind, time: at }) => [kind, at])).toEqual([
      ['absent', undefined],
      ['entry', '10:00'],
      ['exit', '10:30'],
    ]);
    expect(markPupil([sampleEvent('absent', undefined, 3)], { kind: 'present' }, markedIn(3))).toEqual([]);
  });

  it('gives valid days whatever is marked after whatever', () => {
    const marks = [
      { kind: 'present' },
      { kind: 'absent' },
      { kind: 'late', time: time('08:20') },
      { kind: 'exit', time: time('10:20') },
      { kind: 'exit', time: time('08:05') },
      { kind: 'outOfClass' },
    ] as const;
    const triples = marks.flatMap((a) => marks.flatMap((b) => marks.map((c) => [a, b, c] as const)));
    const faulty = triples.filter((triple) => {
      const events = triple.reduce<ReturnType<typeof markPupil>>(
        (day, mark, index) => markPupil(day, mark, markedIn(index + 1)),
        [],
      );
      return eventFault(events) !== undefined;
    });
    expect(triples).toHaveLength(216);
    expect(faulty).toEqual([]);
  });
});
