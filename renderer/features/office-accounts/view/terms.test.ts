import { firstValueFrom, of } from 'rxjs';
import { expect, test } from 'vitest';
import { toInstant, type LocalDate } from '../../../../domain/base/ids.ts';
import { sampleYear } from '../../../../domain/testing/sample.ts';
import type { Register } from '../../../data/register.ts';
import { terms } from './terms.ts';

const day = (text: string) => text as LocalDate;

test('D76: what is held back from families, and what was before: until its day, or until it was lifted', async () => {
  const heldBack = [
    { period: 0, until: day('2026-10-20') },
    { period: 0, until: day('2026-12-01'), liftedAt: toInstant(Date.parse('2026-11-10T10:00:00Z')) },
    { period: 0, until: day('2026-12-20') },
  ];
  const find = (kind: string) => of(kind === 'schoolYear' ? [{ ...sampleYear, heldBack }] : []);
  const records = { find } as unknown as Register['records'];
  const [row] = await firstValueFrom(terms({ records }, day('2026-11-23')));
  expect(row?.heldBack).toEqual([{ until: '2026-12-20' }]);
  expect(row?.heldBefore).toEqual([{ until: '2026-10-20' }, { until: '2026-11-10' }]);
});
