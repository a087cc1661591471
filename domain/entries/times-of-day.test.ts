import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { Instant, LocalDate, LocalTime } from '../base/ids.ts';
import { markPupil } from '../kinds/attendance-day/roll-call.ts';
import type { AttendanceDay } from '../kinds/attendance-day/record.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import {
  bellHour,
  sample,
  sampleAttendance,
  sampleEvent,
  sampleHours,
  sampleYear,
} from '../testing/sample.ts';
import { authorizeWrite, type EntryFacts } from './authorize-write.ts';

const bianchi: Actor = {
  school: sample.school,
  person: sample.bianchi,
  roles: ['teacher'],
  classes: [sample.class],
};
const facts: EntryFacts = {
  policies: DEFAULT_POLICIES,
  year: sampleYear,
  hours: sampleHours,
  teaches: true,
  subjects: [sample.maths],
  enrolment: 'enrolled',
};
const now = sample.evening;

function decide(
  next: AttendanceDay,
  options: { previous?: AttendanceDay; facts?: Partial<EntryFacts>; now?: Instant } = {},
) {
  const { previous = null, now: at = now } = options;
  const decision = authorizeWrite(bianchi, previous, next, { ...facts, ...options.facts }, at);
  return decision.ok ? 'ok' : decision.failure.reason;
}

describe('when a pupil’s day may be written, and which times it may say', () => {
  it('D93: takes no coming up to the first bell as a late, and no time after the last bell', () => {
    const day = (...events: Parameters<typeof sampleEvent>[]) =>
      decide(
        sampleAttendance({
          recordedAt: now,
          events: events.map((event) => ({ ...sampleEvent(...event), at: now })),
        }),
      );
    expect(day(['entry', '08:00'])).toBe('invalid');
    expect(day(['entry', '07:50'])).toBe('invalid');
    expect(day(['entry', '08:01'])).toBe('ok');
    expect(day(['entry', '11:00', 3])).toBe('ok');
    expect(day(['entry', '11:01', 3])).toBe('invalid');
    expect(day(['exit', '11:00', 3])).toBe('ok');
    expect(day(['exit', '11:01', 3])).toBe('invalid');
    expect(
      decide(sampleAttendance({ events: [sampleEvent('entry', '07:50')] }), { facts: { hours: [] } }),
    ).toBe('ok');
  });

  it('D93: refuses a late entry at 8:20 where the first hour begins at 8:20', () => {
    const hours = [
      bellHour(1, '08:20', '09:20'),
      bellHour(2, '09:20', '10:20'),
      bellHour(3, '10:20', '11:20'),
    ];
    const late = (time: string, hour = 1) =>
      decide(
        sampleAttendance({ recordedAt: now, events: [{ ...sampleEvent('entry', time, hour), at: now }] }),
        {
          facts: { hours },
        },
      );
    expect(late('08:20')).toBe('invalid');
    expect(late('08:21')).toBe('ok');
    expect(late('11:20', 3)).toBe('ok');
    expect(late('11:21', 3)).toBe('invalid');
  });

  it('D93: takes "present" in the first hour of somebody of whom a later hour says that they had not come', () => {
    const others = sampleEvent('entry', '09:20', 2, sample.neri);
    const { start, end } = { start: '08:00', end: '09:00' } as Record<'start' | 'end', LocalTime>;
    const marked = { hour: 1, start, end, by: sample.bianchi, at: sample.morning, isFirst: true };
    const events = markPupil([others], { kind: 'present' }, marked);
    expect(events).toContainEqual(sampleEvent('entry', '08:00'));
    const previous = sampleAttendance({ events: [others] });
    expect(decide({ ...previous, events }, { previous })).toBe('ok');
  });

  it('D93: leaves what stands, written before the rule or under other bells', () => {
    const stood = sampleEvent('exit', '12:30', 3, sample.neri);
    const previous = sampleAttendance({ events: [stood] });
    const events = [stood, sampleEvent('entry', '08:20')].toSorted((a, b) => a.kind.localeCompare(b.kind));
    expect(decide({ ...previous, events }, { previous })).toBe('ok');
  });

  it('D107: is refused further back than the school lets teachers write, by the time of the save', () => {
    const late = '2026-11-30T10:00:00.000Z' as Instant;
    const on = (day: string, recordedAt: Instant = late, answersFor = false) =>
      decide(
        sampleAttendance({
          day: day as LocalDate,
          recordedAt,
          events: [{ ...sampleEvent('absent'), at: recordedAt }],
        }),
        { now: late, facts: { policies: { ...DEFAULT_POLICIES, daysBack: 14 }, answersFor } },
      );
    expect(on('2026-11-16')).toBe('ok');
    expect(on('2026-11-13')).toBe('windowClosed');
    expect(on('2026-11-13', '2026-11-20T10:00:00.000Z' as Instant)).toBe('ok');
    // The limit is for teachers: the staff may exceed it.
    expect(on('2026-11-13', late, true)).toBe('ok');
  });
});
