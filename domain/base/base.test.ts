import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, equalJson } from './canonical-json.ts';
import type { Instant, LocalDate } from './ids.ts';
import {
  addDays,
  daysBetween,
  minutesToTime,
  parseLocalDate,
  parseLocalTime,
  schoolDayAndTime,
  timeToMinutes,
  weekdayOf,
} from './local-date.ts';
import { uuidV7 } from './uuid-v7.ts';

describe('calendar days', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '2026-04-31', ''])(
    'refuses %s',
    (text) => {
      expect(parseLocalDate(text)).toBeUndefined();
    },
  );

  it('knows leap days and crosses months and years', () => {
    expect(parseLocalDate('2028-02-29')).toBe('2028-02-29');
    expect(addDays('2026-12-31' as LocalDate, 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01' as LocalDate, -1)).toBe('2026-02-28');
    expect(daysBetween('2026-10-24' as LocalDate, '2026-10-26' as LocalDate)).toBe(2);
    expect(weekdayOf('2026-11-23' as LocalDate)).toBe(1);
    expect(weekdayOf('2026-11-22' as LocalDate)).toBe(7);
  });

  it('reads the school’s day and time in Rome, in winter and summer, whatever the device’s zone', () => {
    expect(schoolDayAndTime('2026-11-23T23:30:00.000Z' as Instant)).toEqual({
      day: '2026-11-24',
      time: '00:30',
    });
    expect(schoolDayAndTime('2026-07-01T22:30:00.000Z' as Instant)).toEqual({
      day: '2026-07-02',
      time: '00:30',
    });
    // The night the clocks go back: 01:30Z is 02:30, an hour earlier 00:30Z is 02:30 as well.
    expect(schoolDayAndTime('2026-10-25T00:30:00.000Z' as Instant).time).toBe('02:30');
    expect(schoolDayAndTime('2026-10-25T01:30:00.000Z' as Instant).time).toBe('02:30');
  });
});

describe('times of day', () => {
  it('reads 24 hours and nothing else', () => {
    expect(parseLocalTime('08:05')).toBe('08:05');
    expect(['8:05', '24:00', '12:60', '0805', ''].map(parseLocalTime)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(minutesToTime(timeToMinutes(minutesToTime(485)))).toBe('08:05');
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys nor on undefined members', () => {
    expect(canonicalJson({ b: 1, a: [{ d: undefined, c: 'x' }] })).toBe('{"a":[{"c":"x"}],"b":1}');
    expect(equalJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(equalJson({ a: 1 }, { a: '1' })).toBe(false);
  });

  it('is equal where its text is, and nowhere else', () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<unknown>(null, undefined, 0, 1, '', '1', true, {}, [], new Map()),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'toString', 'length'), tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(equalJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
      }),
    );
  });
});

describe('UUIDv7', () => {
  it('carries version and variant, and sorts by time', () => {
    const random = new Uint8Array(10).fill(255);
    const first = uuidV7(1_795_430_400_000, random);
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidV7(1_795_430_400_001, new Uint8Array(10)) > first).toBe(true);
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow('ten random bytes');
  });
});
