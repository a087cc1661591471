import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import type { Instant, LocalDate, LocalTime } from '../base/ids.ts';
import type { AttendanceEvent } from '../records/attendance-day.ts';
import { bellHour, sample } from '../testing/sample.ts';
import { dayState } from './attendance-state.ts';
import { hourPresence } from './hour-presence.ts';
import { isPreparedAbsence, settlePrepared } from './prepared-absence.ts';
import { markPupil, type RollCallMark } from './roll-call.ts';

const day = '2026-11-25' as LocalDate;
const bells = [bellHour(1, '07:55', '08:50'), bellHour(2, '08:55', '09:50'), bellHour(3, '09:55', '10:50')];
const early = '2026-11-25T06:30:00.000Z' as Instant;
const during = '2026-11-25T09:00:00.000Z' as Instant;
const time = (text: string) => text as LocalTime;
const mark = (
  events: readonly AttendanceEvent[],
  hour: number,
  wanted: RollCallMark,
  at: Instant,
  presentUntil?: LocalTime,
) => {
  const { start, end } = must(bells[hour - 1], 'an hour');
  const seen = presentUntil === undefined ? {} : { presentUntil };
  const marked = markPupil(events, wanted, { hour, start, end, by: sample.neri, at, ...seen });
  return settlePrepared(marked, day, bells);
};
const third = must(bells[2], 'the third hour');
const prepared = mark([], 3, { kind: 'absent' }, early, third.start);
const letters = (events: readonly AttendanceEvent[]) => bells.map((bell) => hourPresence(events, bell).mark);

describe('D19 an absence that was prepared for an hour to come', () => {
  it('says nothing of the hours before', () => {
    expect(letters(prepared).slice(0, 2)).toEqual(['present', 'present']);
    expect(isPreparedAbsence(must(prepared[0], 'an event'), day, third)).toBe(true);
  });

  it('is no exit of somebody who is absent in an earlier hour', () => {
    const both = mark(prepared, 1, { kind: 'absent' }, during);
    expect(both.map(({ kind, hour }) => ({ kind, hour }))).toEqual([{ kind: 'absent', hour: 1 }]);
    expect(letters(both)).toEqual(['absent', 'absent', 'absent']);
    expect(dayState(both).absent).toBe(true);
  });

  it('is no second exit of somebody who has left in an earlier hour', () => {
    const both = mark(prepared, 2, { kind: 'exit', time: time('09:20') }, during);
    expect(both).toHaveLength(1);
    expect(letters(both)).toEqual(['present', 'exited', 'exited']);
  });

  it('stands for somebody who comes in an earlier hour', () => {
    const both = mark(prepared, 2, { kind: 'late', time: time('09:20') }, during);
    expect(letters(both)).toEqual(['absent', 'late', 'exited']);
  });

  it('is not an exit that was marked while its hour ran', () => {
    const real = mark([], 3, { kind: 'exit', time: third.start }, during);
    expect(isPreparedAbsence(must(real[0], 'an event'), day, third)).toBe(false);
    expect(mark(real, 1, { kind: 'absent' }, during)).toHaveLength(2);
  });
});
