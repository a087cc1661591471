import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from '../base/ids.ts';
import { isNews, isShownToFamily } from './visible-from.ts';

const at = (text: string) => text as Instant;
const day = (text: string) => text as LocalDate;

describe('D76 when a family sees a grade', () => {
  it('D76: half an hour after it was written', () => {
    const written = { recordedAt: at('2026-11-12T09:00:00.000Z'), embargoes: [] };
    expect(isShownToFamily(written, at('2026-11-12T09:29:59.999Z'))).toBe(false);
    expect(isShownToFamily(written, at('2026-11-12T09:30:00.000Z'))).toBe(true);
  });

  it('D76: on the day of its embargo, from the first minute of it at school', () => {
    const held = { recordedAt: at('2026-11-12T09:00:00.000Z'), embargoes: [day('2026-11-20')] };
    expect(isShownToFamily(held, at('2026-11-19T22:59:00.000Z'))).toBe(false);
    expect(isShownToFamily(held, at('2026-11-19T23:00:00.000Z'))).toBe(true);
  });

  it('D76: on the later of the teacher’s and the class’s day', () => {
    const held = {
      recordedAt: at('2026-11-12T09:00:00.000Z'),
      embargoes: [day('2026-11-20'), day('2026-11-25')],
    };
    expect(isShownToFamily(held, at('2026-11-20T10:00:00.000Z'))).toBe(false);
    expect(isShownToFamily(held, at('2026-11-25T10:00:00.000Z'))).toBe(true);
  });

  it('D76: half an hour after a correction on the day of the embargo', () => {
    const held = { recordedAt: at('2026-11-19T22:50:00.000Z'), embargoes: [day('2026-11-20')] };
    expect(isShownToFamily(held, at('2026-11-19T23:05:00.000Z'))).toBe(false);
    expect(isShownToFamily(held, at('2026-11-19T23:20:00.000Z'))).toBe(true);
  });
});

describe('D77 what is news', () => {
  it('D77: a grade of September that is shown in October is listed with its date', () => {
    expect(isNews(day('2026-09-09'), day('2026-10-02'))).toBe(false);
    expect(isNews(day('2026-09-25'), day('2026-10-02'))).toBe(true);
    expect(isNews(day('2026-09-24'), day('2026-10-02'))).toBe(false);
  });
});
