import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from '../../base/ids.ts';
import { shownFrom } from './visible-from.ts';

const at = (text: string) => text as Instant;
const day = (text: string) => text as LocalDate;

describe('D76 when a family sees a grade', () => {
  const written = { recordedAt: at('2026-11-12T09:00:00.000Z'), receivedAt: at('2026-11-12T09:00:01.000Z') };

  it('D76: half an hour after it was written', () => {
    expect(shownFrom(written)).toBe('2026-11-12T09:30:00.000Z');
  });

  it('D76: when it arrives, of what waited longer on its computer', () => {
    const late = { ...written, receivedAt: at('2026-11-12T15:00:00.000Z') };
    expect(shownFrom(late)).toBe('2026-11-12T15:00:00.000Z');
  });

  it('D76: on the day of its embargo, from the first minute of it at school, in winter and in summer', () => {
    expect(shownFrom({ ...written, embargo: day('2026-11-20') })).toBe('2026-11-19T23:00:00.000Z');
    expect(shownFrom({ ...written, embargo: day('2027-05-20') })).toBe('2027-05-19T22:00:00.000Z');
  });

  it('D76: half an hour after a correction on the day of the embargo', () => {
    const late = { recordedAt: at('2026-11-19T22:50:00.000Z'), receivedAt: at('2026-11-19T22:50:00.000Z') };
    expect(shownFrom({ ...late, embargo: day('2026-11-20') })).toBe('2026-11-19T23:20:00.000Z');
  });
});
