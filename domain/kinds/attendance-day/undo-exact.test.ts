import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../access/actor.ts';
import { must } from '../../base/assert.ts';
import { equalJson } from '../../base/canonical-json.ts';
import { toInstant, type LocalTime } from '../../base/ids.ts';
import { minutesToTime } from '../../base/local-date.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { budgeted } from '../../testing/budget.ts';
import { bellHour, sample, sampleAttendance, sampleEvent, sampleYear } from '../../testing/sample.ts';
import { DEFAULT_POLICIES } from '../school/record.ts';
import { markInDay } from './mark-in-day.ts';
import { pupilInHour } from './pupil-in-hour.ts';
import type { AttendanceDay, AttendanceEvent } from './record.ts';
import type { RollCallMark } from './roll-call.ts';
import { takenBack } from './take-back.ts';
import { authorizeAttendanceDay } from './write-rights.ts';

type Events = AttendanceDay['events'];
const HOURS = [1, 2, 3, 4];
const bells = HOURS.map((hour) =>
  bellHour(hour, minutesToTime((7 + hour) * 60), minutesToTime((8 + hour) * 60)),
);
const bellOf = (hour: number) => must(bells[hour - 1], 'an hour');
const teachers = [sample.bianchi, sample.neri] as const;

/** Whether the server takes a day from somebody: of the class, or standing in in some of its hours. */
function isTaken(
  by: (typeof teachers)[number],
  before: Events,
  next: Events,
  changes: Partial<WriteFacts> = {},
): boolean {
  const actor: Actor = { school: sample.school, person: by, roles: ['teacher'], classes: [] };
  const facts: WriteFacts = {
    policies: DEFAULT_POLICIES,
    year: sampleYear,
    hours: bells,
    teaches: true,
    subjects: [],
    enrolment: 'enrolled',
    ...changes,
  };
  const day = (events: Events) => sampleAttendance({ author: by, recordedAt: sample.evening, events });
  const previous = before.length === 0 ? null : day(before);
  return authorizeAttendanceDay({ actor, previous, next: day(next), facts }).ok;
}

/** The facts of whoever has made a mark on a day, and takes it back. */
const madeFrom = (before: Events): Partial<WriteFacts> => ({
  tookAway: (mark) => before.some((event) => equalJson(event, mark)),
});

const timed = fc.record({
  kind: fc.constantFrom('late', 'exit'),
  time: fc.integer({ min: 0, max: 24 }).map((step) => minutesToTime(8 * 60 + step * 10)),
});
const untimed = fc.constantFrom<RollCallMark>(
  { kind: 'present' },
  { kind: 'absent' },
  { kind: 'outOfClass' },
  { kind: 'absent', wholeDay: true },
);
const marking = fc.record({
  hour: fc.constantFrom(...HOURS),
  by: fc.constantFrom(...teachers),
  mark: fc.oneof(untimed, timed as fc.Arbitrary<RollCallMark>),
  /** Whether the rolls of the hours before and after have looked for the pupil, and whether it is marked before the first bell. */
  isSeen: fc.boolean(),
  isFound: fc.boolean(),
  isAhead: fc.boolean(),
});
type Marking = typeof marking extends fc.Arbitrary<infer T> ? T : never;
const steps = fc.array(fc.oneof({ weight: 3, arbitrary: marking }, fc.constant('undo' as const)), {
  maxLength: 9,
});

describe.each(['daily', 'hourly'] as const)('D8 marks and their undo (%s)', (mode) => {
  const ofDay = { day: sample.day, bells, mode };

  function markedBy({ hour, by, isSeen, isFound, isAhead }: Marking, events: Events, step: number) {
    const next = isFound ? bells[hour] : undefined;
    const before = isSeen ? bells[hour - 2] : undefined;
    return {
      ...bellOf(hour),
      by,
      at: toInstant(Date.parse(`${sample.day}T${isAhead ? '06' : '12'}:00:00.000Z`) + step * 1000),
      isFirst: hour === 1,
      later: next ? [{ bell: next, isThere: pupilInHour(events, ofDay, next).inAtStart }] : [],
      ...(before ? { presentUntil: before.end } : {}),
    };
  }

  test('any sequence of marks and undos leaves the day that the marks which stand leave, entered directly', () => {
    let undone = 0;
    fc.assert(
      fc.property(steps, (sequence) => {
        const stack: { before: Events; after: Events; by: (typeof teachers)[number]; hour: number }[] = [];
        let events: Events = [];
        sequence.forEach((step, index) => {
          if (step === 'undo') {
            const made = stack.pop();
            if (!made) return;
            const back = must(takenBack(events, made, made), 'nobody has marked since');
            undone += 1;
            expect(back).toEqual(made.before);
            expect(isTaken(made.by, events, back, madeFrom(made.before))).toBe(true);
            events = back;
            return;
          }
          const after = markInDay(events, step.mark, markedBy(step, events, index), ofDay);
          if (equalJson(after, events) || !isTaken(step.by, events, after)) return;
          stack.push({ before: events, after, by: step.by, hour: step.hour });
          events = after;
        });
      }),
      { numRuns: budgeted(1500) },
    );
    expect(undone).toBeGreaterThan(100);
  });
});

describe('D209, ADR 11 whoever stands in, and what another hour has foreseen for theirs', () => {
  const ofDay = { day: sample.day, bells, mode: 'daily' } as const;
  const foreseen = (time: string): AttendanceEvent => sampleEvent('entry', time, 1, sample.bianchi);
  const marked = { ...bellOf(2), by: sample.neri, at: sample.evening };
  const standsIn = { teaches: false, standsIn: [2] };
  const byNeri = { hour: 2, by: sample.neri, at: sample.evening };

  test.each<[RollCallMark, string]>([
    [{ kind: 'present' }, '10:30'],
    [{ kind: 'present' }, '09:30'],
    [{ kind: 'outOfClass' }, '10:30'],
    [{ kind: 'late', time: '09:20' as LocalTime }, '10:30'],
    [{ kind: 'absent' }, '09:30'],
  ])('marks %j over an entry foreseen for %s as the teacher does, and takes it back', (mark, time) => {
    const before = [foreseen(time)];
    const after = markInDay(before, mark, marked, ofDay);
    expect(after).not.toContainEqual(before[0]);
    for (const facts of [standsIn, {}]) {
      expect(isTaken(sample.neri, before, after, facts)).toBe(true);
      const back = must(takenBack(after, { before, after }, marked), 'nobody has marked since');
      expect(back).toEqual(before);
      expect(isTaken(sample.neri, after, back, { ...facts, ...madeFrom(before) })).toBe(true);
    }
  });

  test('takes nothing else of another hour away, and puts nothing back that was not taken away', () => {
    const entry = foreseen('10:30');
    // Absent in the hour: the coming after it stands.
    expect(isTaken(sample.neri, [entry], [{ kind: 'absent', ...byNeri }], standsIn)).toBe(false);
    for (const other of [foreseen('08:20'), sampleEvent('absent'), sampleEvent('exit', '11:10', 3)])
      expect(isTaken(sample.neri, [other], [], standsIn)).toBe(false);
    expect(isTaken(sample.neri, [], [entry], standsIn)).toBe(false);
    expect(isTaken(sample.neri, [], [entry])).toBe(false);
    expect(isTaken(sample.neri, [], [entry], madeFrom([foreseen('10:40')]))).toBe(false);
  });
});
