import { describe, expect, it } from 'vitest';
import type { Instant } from '../base/ids.ts';
import { sample, sampleAttendance, sampleEvent, sampleLesson } from '../testing/sample.ts';
import { stampRecord } from './stamp-record.ts';

const ahead = '2026-11-24T00:00:00.000Z' as Instant;
const bianchi = { school: sample.school, person: sample.bianchi };
const stamp = (record: Parameters<typeof stampRecord>[1], standing = null as typeof record | null) =>
  stampRecord(bianchi, record, sample.evening, standing);

function signature(teacher = sample.bianchi, signedAt: Instant = ahead) {
  return { teacher, type: 'ordinary', signedAt } as const;
}

describe('times inside a record', () => {
  it('are never later than the save that brings them, nor than now', () => {
    const lesson = sampleLesson({
      signatures: [signature()],
      rollCall: { by: sample.bianchi, at: ahead },
    });
    expect(stamp(lesson)).toMatchObject({
      recordedAt: sample.morning,
      signatures: [{ signedAt: sample.morning }],
      rollCall: { at: sample.morning },
    });
    const day = sampleAttendance({ events: [{ ...sampleEvent('absent'), at: ahead }], recordedAt: ahead });
    expect(stamp(day)).toMatchObject({ recordedAt: sample.evening, events: [{ at: sample.evening }] });
  });

  it('stay where they are earlier than the save', () => {
    const lesson = sampleLesson({
      signatures: [signature(sample.bianchi, sample.morning)],
      recordedAt: sample.evening,
    });
    expect(stamp(lesson)).toEqual(lesson);
  });

  it('of colleagues, and those that stand already, are not touched', () => {
    const standing = sampleLesson({ signatures: [signature(sample.neri), signature()] });
    expect(stamp(standing, standing)).toEqual(standing);
    const mark = { ...sampleEvent('absent'), at: sample.evening };
    const day = sampleAttendance({ events: [mark] });
    expect(stamp(day, day)).toEqual(day);
  });
});
