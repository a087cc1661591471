import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgeted } from '../../../domain/testing/budget.ts';
import { must } from '../../../domain/base/assert.ts';
import type { LocalDate, LocalTime } from '../../../domain/base/ids.ts';
import type { AttendanceEvent } from '../../../domain/kinds/attendance-day/record.ts';
import { eventFault } from '../../../domain/kinds/attendance-day/attendance-state.ts';
import { markInDay } from '../../../domain/kinds/attendance-day/mark-in-day.ts';
import { speakingOf } from '../../../domain/kinds/attendance-day/prepared-marks.ts';
import { pupilInHour } from '../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import { hourPresence } from '../../../domain/kinds/attendance-day/hour-presence.ts';
import {
  markPupil,
  type MarkedBy,
  type RollCallMark,
} from '../../../domain/kinds/attendance-day/roll-call.ts';
import { bellHour, sample } from '../../../domain/testing/sample.ts';
import { foundElsewhere } from './elsewhere.ts';
import { seenElsewhere } from './seen-elsewhere.ts';

const clock = (hour: number, minutes: number) =>
  `${String(7 + hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` as LocalTime;
const hours = [1, 2, 3, 4].map((hour) => bellHour(hour, clock(hour, 0), clock(hour + 1, 0)));
const ofDay = { day: '2026-11-23' as LocalDate, bells: hours, mode: 'daily' as const };
const bellOf = (hour: number) => must(hours[hour - 1], 'an hour');

/** A mark in an hour, after which its roll is confirmed or not; without a mark the roll alone. */
interface Step {
  readonly hour: number;
  readonly mark?: RollCallMark;
  readonly confirms?: boolean;
}

/** A day as the rows of the class hour make it: each mark knows what the rolls and the marks of the other hours say. */
function dayOf(
  steps: readonly Step[],
  onMark?: (before: Day, after: Day, step: Required<Step>) => void,
): Day {
  let day: Day = { events: [], rolled: new Set() };
  for (const { hour, mark, confirms = mark === undefined } of steps) {
    const { events, rolled } = day;
    const marked = mark ? markedIn(day, hour, mark) : events;
    const next = { events: marked, rolled: confirms ? new Set([...rolled, hour]) : rolled };
    if (mark) onMark?.(day, next, { hour, mark, confirms });
    day = next;
  }
  return day;
}

interface Day {
  readonly events: readonly AttendanceEvent[];
  readonly rolled: ReadonlySet<number>;
}

function markedIn({ events, rolled }: Day, hour: number, mark: RollCallMark): Day['events'] {
  const found = foundElsewhere(seenElsewhere(events, ofDay, hour, rolled));
  return markPupil(events, mark, { ...bellOf(hour), by: sample.neri, at: sample.evening, ...found });
}

const letters = ({ events }: Day) => hours.map((hour) => hourPresence(events, hour).mark);
const texts = ({ events }: Day) =>
  events.map(({ kind, hour, time }) => [kind, hour, ...(time === undefined ? [] : [time])].join(' '));
const present = { kind: 'present' } as const;
const absent = { kind: 'absent' } as const;
const out = { kind: 'outOfClass' } as const;
const late = (hour: number, minutes = 20) => ({ kind: 'late', time: clock(hour, minutes) }) as const;
const exit = (hour: number, minutes = 40) => ({ kind: 'exit', time: clock(hour, minutes) }) as const;

describe('D8 what the roll of a later hour has found holds on', () => {
  test('an absence marked after a later roll has seen the pupil is an entry at its start, and no contradiction', () => {
    const day = dayOf([{ hour: 2 }, { hour: 1, mark: absent }]);
    expect(texts(day)).toEqual(['entry 1 09:00']);
    expect(letters(day)).toEqual(['absent', 'present', 'present', 'present']);
    expect(eventFault(day.events)).toBeUndefined();
  });

  test('two absences before a roll that has seen the pupil leave that roll as it is', () => {
    const day = dayOf([{ hour: 3 }, { hour: 1, mark: absent }, { hour: 2, mark: absent }]);
    expect(letters(day)).toEqual(['absent', 'absent', 'present', 'present']);
    expect(eventFault(day.events)).toBeUndefined();
  });

  test('two exits before a roll that has seen the pupil leave that roll as it is', () => {
    const day = dayOf([{ hour: 3 }, { hour: 1, mark: exit(1) }, { hour: 2, mark: exit(2) }]);
    expect(letters(day)).toEqual(['exited', 'exited', 'present', 'present']);
  });

  test.each([
    ['present', present, 'present'],
    ['late', late(1), 'late'],
    ['out of class', out, 'outOfClass'],
  ] as const)(
    'an absence confirmed in the second hour stays when the first is corrected to %s',
    (_, mark, own) => {
      for (const first of [absent, exit(1, 10)]) {
        const called = dayOf([
          { hour: 1, mark: first },
          { hour: 2, mark: absent, confirms: true },
        ]);
        const events = markedIn(called, 1, mark);
        const [one, two, three] = letters({ ...called, events });
        // Who left at ten past and came at twenty past, or was never away, has gone when the second hour finds nobody.
        expect([one, two, three]).toEqual([own, 'exited', 'exited']);
      }
    },
  );

  test('an absence confirmed in the third hour stays when the pupil is found in the second', () => {
    for (const mark of [present, late(2), out]) {
      const day = dayOf([{ hour: 1, mark: absent }, { hour: 3 }, { hour: 2, mark }]);
      expect(letters(day).slice(2)).toEqual(['exited', 'exited']);
    }
  });

  test.each([
    ['here', present, ['present', 'present', 'late'], ['exit 2 10:00', 'entry 3 10:20']],
    ['late', late(2, 50), ['present', 'late', 'late'], ['exit 2 09:40', 'entry 2 09:50', 'entry 3 10:20']],
    ['gone later', exit(2, 50), ['present', 'exited', 'late'], ['exit 2 09:50', 'entry 3 10:20']],
    [
      'out of class',
      out,
      ['present', 'outOfClass', 'late'],
      ['exit 2 10:00', 'entry 3 10:20', 'outOfClass 2'],
    ],
    ['absent', absent, ['present', 'exited', 'late'], ['exit 2 09:00', 'entry 3 10:20']],
  ] as const)(
    'an exit of the second hour on which a later coming stood, corrected to %s, leaves the roll of the first',
    (_, mark, said, events) => {
      const day = dayOf([
        { hour: 1, confirms: true },
        { hour: 2, mark: exit(2), confirms: true },
        { hour: 3, mark: late(3), confirms: true },
        { hour: 2, mark },
      ]);
      expect(letters(day).slice(0, 3)).toEqual(said);
      expect(texts(day).toSorted()).toEqual(events.toSorted());
    },
  );

  test('the correction taken back leaves the absence as it was', () => {
    const called: readonly Step[] = [{ hour: 1, mark: absent }, { hour: 2 }];
    const day = dayOf([...called, { hour: 1, mark: late(1) }, { hour: 1, mark: absent }]);
    expect(day).toEqual(dayOf(called));
  });
});

test('D22 who was out of class and then left is shown as having left', () => {
  const day = dayOf([
    { hour: 2, mark: out },
    { hour: 2, mark: exit(2) },
  ]);
  expect(letters(day)).toEqual(['present', 'exited', 'exited', 'exited']);
  expect(hourPresence(day.events, bellOf(2))).toMatchObject({ time: clock(2, 40), missedMinutes: 20 });
});

const anyStep = fc.integer({ min: 1, max: 4 }).chain((hour) =>
  fc.record({
    hour: fc.constant(hour),
    mark: fc.constantFrom<RollCallMark>(
      present,
      absent,
      out,
      late(hour),
      late(hour, 50),
      exit(hour, 10),
      exit(hour),
    ),
    confirms: fc.boolean(),
  }),
);

const modes = ['daily', 'hourly'] as const;

test.each(modes)(
  'D8, D102 no other called hour changes its minutes, whatever is marked in one and in which order (%s)',
  (mode) => {
    const ofMode = { ...ofDay, mode };
    const minutes = (events: Day['events'], hour: number) =>
      pupilInHour(events, ofMode, bellOf(hour)).missedMinutes;
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 8 }), (steps) => {
        let events: Day['events'] = [];
        const rolled = new Set<number>();
        for (const { hour, mark, confirms } of steps) {
          const marked: MarkedBy = {
            ...bellOf(hour),
            by: sample.neri,
            at: sample.evening,
            isFirst: hour === 1,
            ...foundElsewhere(seenElsewhere(events, ofMode, hour, rolled)),
          };
          const next = markInDay(events, mark, marked, ofMode);
          expect(eventFault(next)).toBeUndefined();
          const said = speakingOf(next, ofMode, bellOf(hour));
          expect(expected(mark)).toContain(hourPresence(said, bellOf(hour)).mark);
          // A mark of the hour itself may be corrected, with all that it said of the hours before it: but who was there, was there.
          const isCorrection = events.some((event) => event.hour === hour);
          for (const other of rolled) {
            const was = minutes(events, other);
            if (other > hour || (other < hour && (!isCorrection || was === 0)))
              expect(minutes(next, other)).toBe(was);
          }
          expect(markInDay(next, mark, marked, ofMode)).toEqual(next);
          events = next;
          if (confirms) rolled.add(hour);
        }
      }),
      { numRuns: budgeted(3000) },
    );
  },
);

test('D8 any order of marks and rolls gives valid events, says what was marked, and leaves the rolls of other hours', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 6 }), (steps) => {
      dayOf(steps, (before, after, { hour, mark }) => {
        expect(eventFault(after.events)).toBeUndefined();
        expect(expected(mark)).toContain(letters(after)[hour - 1]);
        // A mark of the hour itself may be corrected, with all that it said of the hours before it: but who was there, was there.
        const isCorrection = before.events.some((event) => event.hour === hour);
        const wasThere = (other: number) => hourPresence(before.events, bellOf(other)).mark === 'present';
        const held = [...before.rolled].filter(
          (other) => other > hour || (other < hour && (!isCorrection || wasThere(other))),
        );
        for (const other of held)
          expect(hourPresence(after.events, bellOf(other)).missedMinutes).toBe(
            hourPresence(before.events, bellOf(other)).missedMinutes,
          );
        expect(markedIn(after, hour, mark)).toEqual(after.events);
      });
    }),
    { numRuns: budgeted(1500) },
  );
});

/** Who is late may have left in the same hour, and who is absent after having been seen has left. */
function expected({ kind }: RollCallMark): readonly string[] {
  if (kind === 'absent') return ['absent', 'exited'];
  if (kind === 'late') return ['late', 'exited'];
  return [kind === 'exit' ? 'exited' : kind];
}
