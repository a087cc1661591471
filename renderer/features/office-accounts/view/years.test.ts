import { firstValueFrom, of } from 'rxjs';
import { expect, test } from 'vitest';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import type { SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import { sampleYear } from '../../../../domain/testing/sample.ts';
import type { Register } from '../../../data/register.ts';
import { schoolYears } from './years.ts';

const lastYear: SchoolYear = {
  ...sampleYear,
  startYear: 2025,
  lessonsFrom: '2025-09-15' as LocalDate,
  lessonsTo: '2026-06-06' as LocalDate,
};
const closed: SchoolYear = { ...lastYear, startYear: 2024, closedOn: '2025-08-31' as LocalDate };

async function statesOn(day: string) {
  // The question goes to one kind alone.
  const records = { find: () => of([closed, sampleYear, lastYear]) } as unknown as Register['records'];
  const rows = await firstValueFrom(schoolYears({ records }, day as LocalDate));
  return rows.map(({ name, state }) => [name, state]);
}

test.each([
  [lastYear.lessonsTo, ['2025/26', 'underWay']],
  ['2026-06-07', ['2025/26', 'over']],
])('D198: on %s the year of which the lessons end in June is %s', async (day, expected) => {
  expect(await statesOn(day)).toContainEqual(expected);
});

test('the newest year stands first, whatever their order was', async () => {
  expect(await statesOn('2026-07-01')).toEqual([
    ['2026/27', 'toCome'],
    ['2025/26', 'over'],
    ['2024/25', 'closed'],
  ]);
});
