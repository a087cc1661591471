import { describe, expect, it } from 'vitest';
import { classBucket, dayBucket, familiesBucket } from '../../access/bucket.ts';
import type { LocalDate, LocalTime } from '../../base/ids.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { sample, sampleHours, sampleYear } from '../../testing/sample.ts';
import { DEFAULT_POLICIES } from '../school/record.ts';
import { classAt } from './class-at.ts';
import { classAway, isClassExpected } from './class-away.ts';
import { classMovementKind } from './kind.ts';
import { classMovementId, type ClassMovement } from './record.ts';

const [late] = classMovementKind.samples;
const time = (text: string) => text as LocalTime;
const facts: WriteFacts = {
  policies: { ...DEFAULT_POLICIES, daysBack: 3 },
  year: sampleYear,
  hours: sampleHours,
  teaches: true,
  subjects: [],
  enrolment: 'never',
};
const actor = { school: sample.school, person: sample.bianchi, roles: ['teacher'], classes: [] } as const;

function decide(changes: Partial<ClassMovement>, more: Partial<WriteFacts> = {}) {
  const record = { ...late, ...changes };
  const next = { ...record, id: changes.id ?? classMovementId(record.day, record.class) };
  const write = { actor, previous: null, next, facts: { ...facts, ...more } };
  const decision = classMovementKind.authorize(write);
  return decision.ok ? 'ok' : decision.failure.reason;
}

describe('D106 a class called late or sent home early', () => {
  it('is not expected before it was called, and after it was sent home', () => {
    const expected = { from: time('09:30'), to: time('12:00') };
    expect(classAway({ ...late, expected })).toEqual([
      { from: 0, to: 570 },
      { from: 720, to: 1440 },
    ]);
    expect(classAway({ ...late, expected: {} })).toEqual([]);
  });

  it('is expected in an hour of which a minute is left to it', () => {
    const gone = { ...late, expected: { to: time('09:10') } };
    expect(sampleHours.map((hour) => isClassExpected(hour, gone))).toEqual([true, true, false]);
    const called = { ...late, expected: { from: time('09:00') } };
    expect(sampleHours.map((hour) => isClassExpected(hour, called))).toEqual([false, true, true]);
    expect(sampleHours.every((hour) => isClassExpected(hour, undefined))).toBe(true);
  });

  it('D108 is at school between its bells, but for what the school has said of it', () => {
    const at = (text: string, expected = {}) => classAt(sampleHours, { expected }, time(text));
    expect(at('07:59')).toEqual({ kind: 'toBegin', time: '08:00' });
    expect(at('08:00')).toEqual({ kind: 'atSchool' });
    expect(at('10:59')).toEqual({ kind: 'atSchool' });
    expect(at('11:00')).toEqual({ kind: 'over', time: '11:00' });
    const away = { from: time('09:30'), to: time('10:00') };
    expect(at('09:29', away)).toEqual({ kind: 'calledLater', time: '09:30' });
    expect(at('09:30', away)).toEqual({ kind: 'atSchool' });
    expect(at('10:00', away)).toEqual({ kind: 'sentHome', time: '10:00' });
    expect(at('20:00', away)).toEqual({ kind: 'sentHome', time: '10:00' });
    expect(classAt([], undefined, time('20:00'))).toEqual({ kind: 'atSchool' });
  });

  it('is read by the class, by whoever stands in there that day, and by its families', () => {
    expect(classMovementKind.buckets(late)).toEqual([
      classBucket(sample.class),
      dayBucket(late.day, sample.class),
      familiesBucket(sample.class),
    ]);
  });

  it('is written by teachers of the class, for lesson days to come too, and for none without lessons', () => {
    expect(decide({})).toBe('ok');
    expect(decide({ day: '2026-12-10' as LocalDate })).toBe('ok');
    expect(decide({ day: '2026-12-08' as LocalDate })).toBe('noLessonDay');
    expect(decide({ day: '2026-11-19' as LocalDate })).toBe('windowClosed');
    expect(decide({}, { teaches: false })).toBe('forbidden');
    expect(decide({ expected: { from: time('10:00'), to: time('10:00') } })).toBe('invalid');
  });

  it('D106 comes and leaves while its bells ring, and not in the night', () => {
    for (const expected of [{ from: time('23:12') }, { to: time('11:01') }, { to: time('07:59') }])
      expect(decide({ expected })).toBe('invalid');
    expect(decide({ expected: { from: time('08:00'), to: time('11:00') } })).toBe('ok');
    expect(decide({ expected: { from: time('23:12') } }, { hours: [] })).toBe('ok');
  });
});
