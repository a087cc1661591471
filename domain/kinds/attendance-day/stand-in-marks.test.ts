import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../access/actor.ts';
import { must } from '../../base/assert.ts';
import { minutesToTime, timeToMinutes } from '../../base/local-date.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { budgeted } from '../../testing/budget.ts';
import { bellHour, sample, sampleAttendance, sampleEvent, sampleYear } from '../../testing/sample.ts';
import { DEFAULT_POLICIES } from '../school/record.ts';
import { hourAt } from './hour-presence.ts';
import { markInDay } from './mark-in-day.ts';
import { pupilInHour } from './pupil-in-hour.ts';
import type { AttendanceEvent } from './record.ts';
import type { FoundHour, RollCallMark } from './roll-call.ts';
import { authorizeAttendanceDay } from './write-rights.ts';

type Events = readonly AttendanceEvent[];
const bells = [1, 2, 3, 4, 5].map((hour) =>
  bellHour(hour, minutesToTime((7 + hour) * 60), minutesToTime((7 + hour) * 60 + 55)),
);
const bellOf = (hour: number) => must(bells[hour - 1], 'an hour');
const bruno: Actor = { school: sample.school, person: sample.neri, roles: ['teacher'], classes: [] };
const modes = ['daily', 'hourly'] as const;

/** What the server says to whoever stands in in some hours of a class that is not theirs. */
function verdict(
  next: Events,
  standsIn: readonly number[],
  mode: (typeof modes)[number],
  before: Events = [],
) {
  const facts: WriteFacts = {
    policies: DEFAULT_POLICIES,
    year: { ...sampleYear, attendanceMode: mode },
    hours: bells,
    teaches: false,
    subjects: [],
    enrolment: 'enrolled',
    standsIn,
  };
  const day = (events: Events) =>
    sampleAttendance({ author: bruno.person, recordedAt: sample.evening, events: [...events] });
  const previous = before.length === 0 ? null : day(before);
  const decision = authorizeAttendanceDay({ actor: bruno, previous, next: day(next), facts });
  return decision.ok ? 'ok' : decision.failure.reason;
}

describe.each(modes)('D209 whoever stands in marks at a time of that hour (%s)', (mode) => {
  const ofDay = { day: sample.day, bells, mode };
  const minute = fc.integer({ min: 7 * 60 + 30, max: 13 * 60 }).map(minutesToTime);
  const hour = fc.integer({ min: 1, max: 5 });

  test('a coming or going outside it is refused, unless it keeps what a later hour has said', () => {
    const event = (kind: 'entry' | 'exit', time: string, of: number): AttendanceEvent => ({
      ...sampleEvent(kind, time, of, bruno.person),
      at: sample.evening,
    });
    expect(verdict([event('entry', '12:30', 1)], [1], mode)).toBe('forbidden');
    expect(verdict([event('exit', '08:30', 2)], [2], mode)).toBe('forbidden');
    expect(verdict([event('entry', '08:00', 1), event('exit', '08:55', 1)], [1], mode)).toBe('ok');
    expect(verdict([event('exit', '11:00', 1)], [1], mode)).toBe('forbidden');
    fc.assert(
      fc.property(hour, minute, fc.constantFrom('entry', 'exit'), (of, time, kind) => {
        const { start, end } = bellOf(of);
        const isInside = start <= time && time <= end;
        const isInBreak = hourAt(bells, time)?.hour === of;
        const isAnHour = bells.some((bell) => bell.start === time);
        const said = verdict([event(kind, time, of)], [of], mode);
        if (!isInside && !isInBreak && !isAnHour) expect(said).toBe('forbidden');
        if (isInside && time > bellOf(1).start) expect(said).toBe('ok');
      }),
      { numRuns: budgeted(500) },
    );
  });

  test('each mark that is made in it is taken, whatever later rolls have found', () => {
    const clock = (of: number, minutes: number) => minutesToTime(timeToMinutes(bellOf(of).start) + minutes);
    const step = hour.chain((of) =>
      fc.record({
        of: fc.constant(of),
        mark: fc.oneof(
          fc.constantFrom<RollCallMark>({ kind: 'present' }, { kind: 'absent' }, { kind: 'outOfClass' }),
          fc.integer({ min: 1, max: 54 }).map((at): RollCallMark => ({ kind: 'late', time: clock(of, at) })),
          fc.integer({ min: 1, max: 54 }).map((at): RollCallMark => ({ kind: 'exit', time: clock(of, at) })),
        ),
      }),
    );
    fc.assert(
      fc.property(step, fc.subarray([1, 2, 3, 4, 5]), ({ of, mark }, rolled) => {
        const later: readonly FoundHour[] = rolled
          .filter((other) => other > of)
          .map((other) => ({
            bell: bellOf(other),
            isThere: pupilInHour([], ofDay, bellOf(other)).inAtStart,
          }));
        const seen = rolled.findLast((other) => other < of);
        const marked = {
          ...bellOf(of),
          by: bruno.person,
          at: sample.evening,
          later,
          ...(seen === undefined ? {} : { presentUntil: bellOf(seen).end }),
        };
        expect(verdict(markInDay([], mark, marked, ofDay), [of], mode)).toBe('ok');
      }),
      { numRuns: budgeted(500) },
    );
  });
});
