import { describe, expect, it } from 'vitest';
import type { LocalDate, LocalTime } from '../base/ids.ts';
import { incoherence } from '../kinds/attendance-day/incoherent-marks.ts';
import type { AttendanceEvent } from '../kinds/attendance-day/record.ts';
import type { PresenceElsewhere } from '../kinds/presence-elsewhere/record.ts';
import { kinds, type RegisterRecord } from '../kinds/registry.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import { WHOLE_DAY, type MinuteSpan } from '../school/minute-span.ts';
import type { WriteFacts } from '../school/write-facts.ts';
import {
  bellHour,
  sample,
  sampleAttendance,
  sampleEvent,
  sampleHours,
  sampleYear,
} from '../testing/sample.ts';
import { authorizeWrite } from './authorize-write.ts';

const teacher = {
  school: sample.school,
  person: sample.bianchi,
  roles: ['teacher'],
  classes: [sample.class],
} as const;
const facts: WriteFacts = {
  policies: DEFAULT_POLICIES,
  year: sampleYear,
  hours: sampleHours,
  teaches: true,
  subjects: [],
  enrolment: 'enrolled',
};
const pad = (hour: number) => String(hour).padStart(2, '0');
const minutes = (hours: number) => hours * 60;
const fromTen = { from: minutes(10), to: minutes(12) };

function decide(next: RegisterRecord, known: Partial<WriteFacts>, previous: RegisterRecord | null = null) {
  const decision = authorizeWrite(teacher, previous, next, { ...facts, ...known }, sample.evening);
  return decision.ok ? 'ok' : decision.failure.reason;
}

describe('D98 an absence while the pupil is out of class for the school', () => {
  const absentIn = (hour: number) => sampleAttendance({ events: [sampleEvent('absent', undefined, hour)] });

  it('is refused where both are known, and stands where it was marked before', () => {
    expect(decide(absentIn(3), { elsewhere: [fromTen] })).toBe('elsewhere');
    expect(decide(absentIn(1), { elsewhere: [fromTen] })).toBe('elsewhere');
    expect(decide(absentIn(3), {})).toBe('ok');
    const before = absentIn(3);
    const more = [...before.events, sampleEvent('outOfClass', undefined, 1)];
    expect(decide({ ...before, events: more }, { elsewhere: [fromTen] }, before)).not.toBe('elsewhere');
  });

  it('D98: out of class from 10:20 to 12:20 does not go with an absence of that day, and takes a late entry away after asking', () => {
    const [base] = kinds.presenceElsewhere.samples;
    const { school, author, entry, recordedAt } = sampleAttendance({});
    const bells = [8, 9, 10, 11, 12].map((hour) =>
      bellHour(hour - 7, `${pad(hour)}:20`, `${pad(hour + 1)}:20`),
    );
    const out = (changes: Partial<PresenceElsewhere> = {}): PresenceElsewhere => ({
      ...base,
      school,
      author,
      entry,
      recordedAt,
      class: sample.class,
      pupil: sample.pupil,
      day: sample.day,
      during: { start: '10:20' as LocalTime, end: '12:20' as LocalTime },
      ...changes,
    });
    const marked = (...events: AttendanceEvent[]) => ({
      hours: bells,
      isMarkedAbsent: (day: LocalDate, span: MinuteSpan) =>
        day === sample.day && incoherence(events, { day, bells, mode: 'daily' }, span) === 'absent',
    });
    const absent = sampleEvent('absent');
    const late = sampleEvent('entry', '08:40');
    expect(decide(out(), marked(absent))).toBe('markedAbsent');
    expect(decide(out({ during: {} }), marked(absent))).toBe('markedAbsent');
    expect(decide(out({ during: {} }), marked(late))).toBe('ok');
    expect(incoherence([late], { day: sample.day, bells, mode: 'daily' }, WHOLE_DAY)).toBe('moves');
    // Of a day to come nobody is marked.
    expect(decide(out({ day: '2026-12-14' as LocalDate }), marked(absent))).toBe('ok');
    const during = { from: minutes(10) + 20, to: minutes(12) + 20 };
    expect(decide(sampleAttendance({ events: [absent] }), { hours: bells, elsewhere: [during] })).toBe(
      'elsewhere',
    );
  });

  it('is no absence of the hours before, once the pupil came', () => {
    const came = [sampleEvent('absent', undefined, 1), sampleEvent('entry', '08:30', 2)];
    expect(decide(sampleAttendance({ events: came }), { elsewhere: [fromTen] })).toBe('ok');
  });

  it('is refused the other way about: time elsewhere of somebody marked absent', () => {
    const [base] = kinds.presenceElsewhere.samples;
    const during = { start: '10:20' as LocalTime, end: '12:20' as LocalTime };
    const { school, author, entry, recordedAt } = sampleAttendance({});
    const out = {
      ...base,
      school,
      author,
      entry,
      recordedAt,
      class: sample.class,
      pupil: sample.pupil,
      during,
    };
    const asked: [LocalDate, number, number][] = [];
    const isMarkedAbsent: WriteFacts['isMarkedAbsent'] = (day, { from, to }) => {
      asked.push([day, from, to]);
      return true;
    };
    expect(decide(out, { isMarkedAbsent })).toBe('markedAbsent');
    expect(asked).toEqual([[out.day, 620, 740]]);
    expect(decide(out, { isMarkedAbsent: () => false })).toBe('ok');
    expect(decide({ ...out, withdrawn: true }, { isMarkedAbsent })).toBe('ok');
  });
});
