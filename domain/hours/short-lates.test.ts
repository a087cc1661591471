import { describe, expect, it } from 'vitest';
import type { LocalDate, LocalTime } from '../base/ids.ts';
import { lateKinds } from './short-lates.ts';

describe('D103 short lates', () => {
  const at = (day: number, entry: string) => ({
    day: `2026-11-0${day}` as LocalDate,
    entry: entry as LocalTime,
    firstStart: '08:00' as LocalTime,
  });
  const kindsOf = (policies: { readonly shortLatesPerPeriod?: number }) => [
    ...lateKinds([at(5, '08:04'), at(2, '08:10'), at(3, '08:11'), at(4, '08:01')], {
      shortLateMinutes: 10,
      ...policies,
    }).entries(),
  ];

  it('D9: are those within the minutes, boundary included, without a number all of them', () => {
    expect(kindsOf({}).map(([, kind]) => kind)).toEqual(['short', 'ordinary', 'short', 'short']);
  });

  it('become ordinary after the school’s number of them in a period, in the order of the days', () => {
    expect(kindsOf({ shortLatesPerPeriod: 2 })).toEqual([
      ['2026-11-02', 'short'],
      ['2026-11-03', 'ordinary'],
      ['2026-11-04', 'short'],
      ['2026-11-05', 'ordinary'],
    ]);
  });
});
