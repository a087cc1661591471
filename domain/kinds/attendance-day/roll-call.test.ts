import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { budgeted } from '../../testing/budget.ts';
import { must } from '../../base/assert.ts';
import type { LocalTime } from '../../base/ids.ts';
import type { AttendanceEvent } from './record.ts';
import { bellHour, sample } from '../../testing/sample.ts';
import { absentHalfUnits } from './absence-hours.ts';
import { dayState, eventFault, sortEvents } from './attendance-state.ts';
import { hourAt, hourPresence, isAtSchool, movesOf } from './hour-presence.ts';
import { markPupil, type MarkedBy, type RollCallMark } from './roll-call.ts';

const time = (text: string) => text as LocalTime;
const hours = [1, 2, 3, 4, 5].map((hour) =>
  bellHour(hour, `${String(7 + hour).padStart(2, '0')}:00`, `${String(8 + hour).padStart(2, '0')}:00`),
);
const markedIn = (hour: number, seen: Partial<MarkedBy> = {}): MarkedBy => {
  const { start, end } = must(hours[hour - 1], 'an hour');
  return { hour, start, end, by: sample.neri, at: sample.evening, ...seen };
};
type Step = readonly [hour: number, mark: RollCallMark, seen?: Partial<MarkedBy>];
const day = (...steps: readonly Step[]) =>
  steps.reduce<readonly AttendanceEvent[]>(
    (events, [hour, mark, seen]) => markPupil(events, mark, markedIn(hour, seen)),
    [],
  );
const missed = (events: readonly AttendanceEvent[]) =>
  hours.map((hour) => absentHalfUnits(dayState(events), hour));
const letters = (events: readonly AttendanceEvent[]) => hours.map((hour) => hourPresence(events, hour).mark);
const present = { kind: 'present' } as const;
const absent = { kind: 'absent' } as const;
const out = { kind: 'outOfClass' } as const;
const late = (text: string) => ({ kind: 'late', time: time(text) }) as const;
const exit = (text: string) => ({ kind: 'exit', time: time(text) }) as const;

describe('D8 a day holds any number of events', () => {
  it.each<[string, readonly Step[], readonly number[]]>([
    [
      'left at 8:30, back in the third hour',
      [
        [1, exit('08:30')],
        [3, present],
      ],
      [1, 2, 0, 0, 0],
    ],
    [
      'absent, then marked out at the start of the second hour',
      [
        [1, absent],
        [2, exit('09:00')],
      ],
      [2, 2, 2, 2, 2],
    ],
    [
      'absent, in at 9:30, out at 10:30, in at 11:30',
      [
        [1, absent],
        [2, late('09:30')],
        [3, exit('10:30')],
        [4, late('11:30')],
      ],
      [2, 1, 1, 1, 0],
    ],
    [
      'out and in again within one hour',
      [
        [2, exit('09:10')],
        [2, late('09:40')],
      ],
      [0, 1, 0, 0, 0],
    ],
    [
      'late in the first, absent in the third: gone since',
      [
        [1, late('08:20')],
        [3, absent],
      ],
      [0, 0, 2, 2, 2],
    ],
    [
      'out of class in the first, absent in the second: gone since',
      [
        [1, out],
        [2, absent],
      ],
      [0, 2, 2, 2, 2],
    ],
    [
      'gone in the second, out of class in the fourth: came back',
      [
        [2, exit('09:30')],
        [4, out],
      ],
      [0, 1, 2, 0, 0],
    ],
    [
      'absent, late in the second, absent in the fourth',
      [
        [1, absent],
        [2, late('09:10')],
        [4, absent],
      ],
      [2, 0, 0, 2, 2],
    ],
    [
      'absent, seen in the third, absent in the fourth, seen in the fifth',
      [
        [1, absent],
        [3, present],
        [4, absent],
        [5, present],
      ],
      [2, 2, 0, 2, 0],
    ],
    [
      'late twice: came at 8:20, and late again into the third hour',
      [
        [1, late('08:20')],
        [3, late('10:30')],
      ],
      [0, 0, 1, 0, 0],
    ],
    [
      'two exits, of which the second says that the pupil had been back',
      [
        [1, exit('08:30')],
        [3, exit('10:30')],
      ],
      [1, 2, 1, 2, 2],
    ],
    [
      'an absence marked late for the first hour leaves the exit of the third',
      [
        [3, exit('10:30')],
        [1, absent],
      ],
      [2, 2, 1, 2, 2],
    ],
  ])('%s', (_what, steps, expected) => {
    const events = day(...steps);
    expect(missed(events)).toEqual(expected);
    expect(eventFault(events)).toBeUndefined();
  });

  it('A1 absent in the fifth hour, after the roll of the second has seen the pupil, means gone since', () => {
    const seen = { presentUntil: time('10:00') };
    expect(missed(day([5, absent, seen]))).toEqual([0, 0, 0, 0, 2]);
    expect(letters(day([5, absent, seen]))).toEqual(['present', 'present', 'present', 'present', 'exited']);
    expect(missed(day([5, late('12:30'), seen]))).toEqual([0, 0, 0, 0, 1]);
  });

  it('A1 an absence of an earlier hour ends where a roll called later has seen the pupil', () => {
    const seen = { later: [{ bell: must(hours[2], 'the third hour'), isThere: true }] };
    expect(missed(day([1, absent, seen]))).toEqual([2, 2, 0, 0, 0]);
    expect(missed(day([1, exit('08:30'), seen]))).toEqual([1, 2, 0, 0, 0]);
    expect(missed(day([1, absent, seen], [1, present]))).toEqual([0, 0, 0, 0, 0]);
  });

  it.each<[string, readonly RollCallMark[], readonly string[]]>([
    ['late, corrected', [late('09:05'), late('09:10')], ['exit 09:00', 'entry 09:10']],
    ['late, corrected to earlier', [late('09:47'), late('09:09')], ['exit 09:00', 'entry 09:09']],
    ['late thrice', [late('09:05'), late('09:10'), late('09:07')], ['exit 09:00', 'entry 09:07']],
    ['out, then late', [exit('09:20'), late('09:40')], ['exit 09:20', 'entry 09:40']],
    [
      'out, then late, corrected',
      [exit('09:20'), late('09:40'), late('09:45')],
      ['exit 09:20', 'entry 09:45'],
    ],
    ['out at the start, then late', [exit('09:00'), late('09:10')], ['exit 09:00', 'entry 09:10']],
    ['absent, then late', [absent, late('09:10')], ['exit 09:00', 'entry 09:10']],
    ['late, then out', [late('09:05'), exit('09:30')], ['exit 09:00', 'entry 09:05', 'exit 09:30']],
    [
      'late, then out, the out corrected',
      [late('09:05'), exit('09:30'), exit('09:40')],
      ['exit 09:00', 'entry 09:05', 'exit 09:40'],
    ],
    [
      'late, then out, the late corrected',
      [late('09:05'), exit('09:30'), late('09:10')],
      ['exit 09:00', 'entry 09:10', 'exit 09:30'],
    ],
    ['late, then out before it', [late('09:05'), exit('09:30'), exit('09:02')], ['exit 09:02']],
    ['late by no minute', [late('09:00')], []],
    ['late, then by no minute', [late('09:05'), late('09:00')], []],
    ['late, then here after all', [late('09:05'), late('09:10'), present], []],
  ])('D8 of somebody seen in an earlier hour, a mark can be corrected: %s', (_what, marks, expected) => {
    const seen = { presentUntil: time('09:00') };
    const events = day(...marks.map((mark): Step => [2, mark, seen]));
    expect(movesOf(events).map((move) => `${move.kind} ${move.time}`)).toEqual(expected);
    expect(events).toHaveLength(expected.length);
    expect(eventFault(events)).toBeUndefined();
  });

  it('A1 absent all day is said on purpose, and clears what was marked', () => {
    const events = day([1, late('08:20')], [2, out], [5, { kind: 'absent', wholeDay: true }]);
    expect(missed(events)).toEqual([2, 2, 2, 2, 2]);
    expect(dayState(events).absent).toBe(true);
  });

  it('a slip corrected in its own hour leaves nothing, also over a colleague’s absence', () => {
    for (const slip of [absent, late('09:10'), exit('09:10'), out, exit('09:00')])
      expect(day([2, slip], [2, present])).toEqual([]);
    const events = day([1, absent], [2, late('09:10')], [2, present]);
    expect(missed(events)).toEqual([2, 0, 0, 0, 0]);
  });

  it('an entry that was foreseen and turns out earlier is one coming, not two', () => {
    const events = day([1, late('11:20')], [2, present]);
    expect(missed(events)).toEqual([2, 0, 0, 0, 0]);
    expect(events.filter(({ kind }) => kind === 'entry')).toHaveLength(1);
  });
});

describe('at a minute of an hour', () => {
  it('A4 who has not come yet, and who has left, is not at school; who is back, is', () => {
    const [, second] = hours;
    const at = (clock: string, ...steps: readonly Step[]) =>
      isAtSchool(day(...steps), must(second, 'the second hour'), time(clock));
    expect(at('09:10', [2, late('09:15')])).toBe(false);
    expect(at('09:15', [2, late('09:15')])).toBe(true);
    expect(at('09:10', [1, late('10:15')])).toBe(false);
    expect(at('09:10', [2, exit('09:15')])).toBe(true);
    expect(at('09:20', [2, exit('09:15')])).toBe(false);
    expect(at('09:45', [2, exit('09:15')], [2, late('09:40')])).toBe(true);
    expect(at('09:10', [1, absent])).toBe(false);
    expect(at('09:10', [2, out])).toBe(true);
  });
});

describe('at a minute of the day', () => {
  const at = (clock: string, ...steps: readonly Step[]) => {
    const bells = [bellHour(1, '08:00', '08:50'), bellHour(2, '09:00', '09:50')];
    const bell = must(hourAt(bells.toReversed(), time(clock)), 'an hour');
    return { hour: bell.hour, isHere: isAtSchool(day(...steps), bell, time(clock)) };
  };

  it('A4 between two hours, before the first and after the last, counts what has happened by then', () => {
    expect(at('07:50')).toEqual({ hour: 1, isHere: true });
    expect(at('08:55', [1, exit('08:52')])).toEqual({ hour: 1, isHere: false });
    expect(at('08:55', [1, exit('08:58')])).toEqual({ hour: 1, isHere: true });
    expect(at('08:55', [1, absent], [2, late('08:54')])).toEqual({ hour: 1, isHere: true });
    expect(at('09:00', [1, absent])).toEqual({ hour: 2, isHere: false });
    expect(at('10:30', [2, exit('10:00')])).toEqual({ hour: 2, isHere: false });
  });
});

describe('marking as a whole', () => {
  const minute = fc.integer({ min: 1, max: 59 });
  const markIn = (hour: number): fc.Arbitrary<RollCallMark> => {
    const clock = (minutes: number) =>
      time(`${String(7 + hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
    return fc.oneof(
      fc.constant<RollCallMark>(present),
      fc.constant<RollCallMark>(absent),
      fc.constant<RollCallMark>(out),
      minute.map((minutes): RollCallMark => ({ kind: 'late', time: clock(minutes) })),
      minute.map((minutes): RollCallMark => ({ kind: 'exit', time: clock(minutes) })),
    );
  };
  const step = fc
    .integer({ min: 1, max: 5 })
    .chain((hour) => markIn(hour).map((mark) => [hour, mark] as const));

  it('never rewrites an hour before the one marked in, whose roll was called', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), step, (steps, [hour, mark]) => {
        // A mark of the hour itself may be corrected, with all that it said.
        const before = day(...steps.filter(([other]) => other !== hour));
        const last = hours.findLast((bell) => bell.hour < hour && hourPresence(before, bell).inAtEnd);
        const seen = last ? { presentUntil: last.end } : {};
        const after = markPupil(before, mark, markedIn(hour, seen));
        const earlier = (events: readonly AttendanceEvent[]) =>
          hours.filter((bell) => bell.hour < hour).map((bell) => hourPresence(events, bell).missedMinutes);
        expect(earlier(after)).toEqual(earlier(before));
      }),
      { numRuns: budgeted(3000) },
    );
  });

  it('says what was marked, is idempotent, valid and in its one order, whatever earlier rolls saw', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), step, fc.boolean(), (steps, [hour, mark], isSeen) => {
        const seenIn = (of: number) =>
          isSeen && of > 1 ? { presentUntil: must(hours[of - 2], 'an hour').end } : {};
        const before = day(...steps.map(([of, each]): Step => [of, each, seenIn(of)]));
        const marked = markedIn(hour, seenIn(hour));
        const events = markPupil(before, mark, marked);
        const { mark: letter } = hourPresence(events, must(hours[hour - 1], 'an hour'));
        if (mark.kind === 'absent') expect(['absent', 'exited']).toContain(letter);
        else if (mark.kind === 'present' || mark.kind === 'outOfClass') expect(letter).toBe(mark.kind);
        expect(markPupil(events, mark, marked)).toEqual(events);
        expect(eventFault(events)).toBeUndefined();
        expect(sortEvents(events)).toEqual(events);
      }),
      { numRuns: budgeted(3000) },
    );
  });

  it('keeps every mark that a colleague made in another hour, unless it was foreseen for this one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), step, (steps, [hour, mark]) => {
        const before = day(...steps);
        const after = markPupil(before, mark, markedIn(hour));
        const { start, end } = must(hours[hour - 1], 'an hour');
        const others = before.filter(
          (event) =>
            event.hour !== hour &&
            !(event.time !== undefined && event.time > start && event.time < end) &&
            !(event.kind === 'entry' && event.hour < hour),
        );
        for (const event of others) expect(after).toContainEqual(event);
      }),
      { numRuns: budgeted(1000) },
    );
  });
});
