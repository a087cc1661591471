import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { Instant, LocalDate } from '../base/ids.ts';
import { allKinds } from '../kinds/registry.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import { sample, sampleAttendance, sampleEvent, sampleHours, sampleYear } from '../testing/sample.ts';
import { authorizeWrite } from './authorize-write.ts';

const bianchi: Actor = {
  school: sample.school,
  person: sample.bianchi,
  roles: ['teacher'],
  classes: [sample.class],
};
const now = sample.evening;
const day = sampleAttendance({ recordedAt: now, events: [{ ...sampleEvent('absent'), at: now }] });

function decide(
  closedOn: LocalDate | undefined,
  changes: { recordedAt?: Instant; at?: Instant; teaches?: boolean } = {},
) {
  const { recordedAt = now, at = now, teaches = true } = changes;
  const decision = authorizeWrite(
    bianchi,
    null,
    { ...day, recordedAt },
    {
      policies: DEFAULT_POLICIES,
      year: { ...sampleYear, ...(closedOn === undefined ? {} : { closedOn }) },
      hours: sampleHours,
      teaches,
      subjects: [sample.maths],
      enrolment: 'enrolled',
    },
    at,
  );
  return decision.ok ? 'ok' : decision.failure.reason;
}

describe('a school year that is closed', () => {
  it('D198: takes nothing that is recorded after the day on which it was closed', () => {
    expect(decide(undefined)).toBe('ok');
    expect(decide('2026-11-22' as LocalDate)).toBe('yearClosed');
    expect(decide('2026-11-23' as LocalDate)).toBe('ok');
  });

  it('D198: takes what was recorded before, whenever it arrives', () => {
    const nextDay = '2026-11-24T10:00:00.000Z' as Instant;
    expect(decide(sample.day, { recordedAt: sample.morning, at: nextDay })).toBe('ok');
    expect(decide(sample.day, { recordedAt: nextDay, at: nextDay })).toBe('yearClosed');
  });

  it('D198: tells whoever has no right nothing of it', () => {
    expect(decide('2026-11-22' as LocalDate, { teaches: false })).toBe('forbidden');
  });

  it('D198: is asked of every kind that devices write about a day', () => {
    // The year of an entry is that of its place: a kind about a day that names none would escape the rule.
    const ofDays = allKinds.filter(({ writers, fields }) => writers.includes('device') && 'day' in fields);
    const placeless = ofDays.filter(({ samples, place, writers }) =>
      samples.some((record) => !writers.includes('server') && place(record).day === undefined),
    );
    expect(ofDays.length).toBeGreaterThan(4);
    expect(placeless.map(({ kind }) => kind)).toEqual([]);
  });
});
