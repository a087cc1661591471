import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgeted } from '../../testing/budget.ts';
import { must } from '../../base/assert.ts';
import type { Instant, LocalDate, LocalTime } from '../../base/ids.ts';
import type { AttendanceEvent } from './record.ts';
import { bellHour, sample } from '../../testing/sample.ts';
import { eventFault } from './attendance-state.ts';
import { markInDay } from './mark-in-day.ts';
import { isPrepared } from './prepared-marks.ts';
import { isAbsentAllDay, pupilInHour, whoMarked } from './pupil-in-hour.ts';
import type { MarkedBy, RollCallMark } from './roll-call.ts';

const day = '2026-11-25' as LocalDate;
const bells = [bellHour(1, '07:55', '08:50'), bellHour(2, '08:55', '09:50'), bellHour(3, '09:55', '10:50')];
const ofDay = { day, bells, mode: 'daily' as const };
const early = '2026-11-25T06:30:00.000Z' as Instant;
const during = '2026-11-25T09:00:00.000Z' as Instant;
const time = (text: string) => text as LocalTime;
type Events = readonly AttendanceEvent[];
const bellOf = (hour: number) => must(bells[hour - 1], 'an hour');
const mark = (
  events: Events,
  hour: number,
  wanted: RollCallMark,
  at: Instant,
  seen: Partial<MarkedBy> = {},
) => markInDay(events, wanted, { ...bellOf(hour), by: sample.neri, at, isFirst: hour === 1, ...seen }, ofDay);
const letters = (events: Events) => bells.map((bell) => pupilInHour(events, ofDay, bell).mark);
const texts = (events: Events) => events.map(({ kind, hour }) => `${kind} ${hour}`);
const absent = { kind: 'absent' } as const;
const present = { kind: 'present' } as const;
const out = { kind: 'outOfClass' } as const;
const prepared = mark([], 3, absent, early);

describe('D19 a mark that was prepared for an hour to come', () => {
  it('is an absence of that hour without a time, and says nothing of the hours before', () => {
    expect(prepared).toEqual([{ kind: 'absent', hour: 3, by: sample.neri, at: early }]);
    expect(isPrepared(must(prepared[0], 'an event'), ofDay)).toBe(true);
    expect(letters(prepared)).toEqual(['present', 'present', 'absent']);
    expect(isAbsentAllDay(prepared, ofDay)).toBe(false);
  });

  it('names nobody beside the hours in which its author marked nobody', () => {
    for (const events of [prepared, mark([], 3, out, early)]) {
      expect([1, 2].map((hour) => whoMarked(events, ofDay, bellOf(hour)))).toEqual([undefined, undefined]);
      expect(whoMarked(events, ofDay, bellOf(3))?.by).toBe(sample.neri);
    }
  });

  it('writes no coming of somebody who is absent or gone, and takes back only what was prepared', () => {
    const missing = mark([], 1, absent, during);
    expect(mark(missing, 3, present, early)).toEqual(missing);
    expect(mark(prepared, 3, present, early)).toEqual([]);
    const gone = mark([], 1, { kind: 'exit', time: time('08:20') }, during);
    expect(texts(mark(gone, 3, out, early))).toEqual(['exit 1', 'outOfClass 3']);
  });

  it('decides nothing of what is marked in an earlier hour', () => {
    expect(mark(prepared, 1, present, during)).toEqual(prepared);
    expect(texts(mark(prepared, 1, absent, during))).toEqual(['absent 1', 'absent 3']);
    const late = mark(prepared, 2, { kind: 'late', time: time('09:20') }, during, {
      presentUntil: time('08:50'),
    });
    expect(letters(late)).toEqual(['present', 'late', 'absent']);
    const away = { later: [{ bell: bellOf(3), isThere: false }] };
    expect(texts(mark(prepared, 2, { kind: 'late', time: time('09:20') }, during, away))).toEqual([
      'absent 3',
      'entry 2',
    ]);
  });

  it('stays what it was when it is marked again in its hour, which has begun', () => {
    expect(mark(prepared, 3, absent, during, { presentUntil: time('09:50') })).toEqual(prepared);
  });

  it('is an exit when it was marked in its hour after a roll that saw the pupil', () => {
    const real = mark([], 3, absent, during, { presentUntil: time('09:50') });
    expect(real).toMatchObject([{ kind: 'exit', time: '09:55' }]);
    expect(letters(real)).toEqual(['present', 'present', 'exited']);
  });

  it('changes no other hour, whatever was marked before, and is valid and idempotent', () => {
    const clock = (hour: number, minutes: number) => time(`${String(6 + hour).padStart(2, '0')}:${minutes}`);
    const step = fc.record({
      hour: fc.integer({ min: 1, max: 3 }),
      kind: fc.constantFrom('present', 'absent', 'outOfClass', 'late', 'exit'),
      minutes: fc.integer({ min: 56, max: 59 }),
      isEarly: fc.boolean(),
    });
    const marked = fc.constantFrom<RollCallMark>(present, absent, out);
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 6 }),
        marked,
        fc.integer({ min: 1, max: 3 }),
        (steps, last, hour) => {
          // Of an hour to come there are only marks that were prepared.
          const possible = steps.filter(
            ({ hour: of, kind, isEarly }) => of !== hour || (isEarly && kind !== 'late' && kind !== 'exit'),
          );
          const before = possible.reduce<Events>((events, { hour: of, kind, minutes, isEarly }) => {
            const timed = kind === 'late' || kind === 'exit';
            const wanted = timed ? { kind, time: clock(of, minutes) } : { kind };
            return mark(events, of, wanted, isEarly && !timed ? early : during);
          }, []);
          const after = mark(before, hour, last, early);
          const others = (events: Events) => letters(events).filter((_, index) => index + 1 < hour);
          expect(others(after)).toEqual(others(before));
          expect(eventFault(after)).toBeUndefined();
          expect(mark(after, hour, last, early)).toEqual(after);
          if (last.kind !== 'present') expect(letters(after)[hour - 1]).toBe(last.kind);
        },
      ),
      { numRuns: budgeted(1000) },
    );
  });
});
