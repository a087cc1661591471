import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstValueFrom } from 'rxjs';
import type { LocalDate } from '../../domain/base/ids.ts';
import { CLASS_A } from '../../sync-server/testing/test-school.ts';
import { copyPlans } from '../features/week/copy/copy-plans.ts';
import type { Register } from './register.ts';
import { beginWork, endWork, openWithClass } from './testing/test-staff.ts';

const NEXT_WEEK = '2026-11-30' as LocalDate;
const plan = (hour: number, topic: string) => ({
  from: { day: '2026-11-16' as LocalDate, hour, topic, activity: '' },
  to: { day: NEXT_WEEK, hour },
});

let register: Register;
beforeEach(async () => {
  const { device } = await beginWork();
  register = await openWithClass(device);
});
afterEach(endWork);

const planned = async () => {
  const found = await firstValueFrom(
    register.records.find('plannedLesson', { class: CLASS_A, day: NEXT_WEEK }),
  );
  return found.map(({ topic }) => topic).filter((topic) => topic !== '');
};

test('D122: a week is copied wholly or not at all, and goes back as one', async () => {
  const refused = await copyPlans(register, CLASS_A, [plan(2, 'Le frazioni'), plan(9, 'Le equazioni')]);
  expect(refused).toMatchObject({ ok: false, failure: { failure: { kind: 'refused' } } });
  expect(await planned()).toEqual([]);
  const copied = await copyPlans(register, CLASS_A, [plan(2, 'Le frazioni'), plan(3, 'Le equazioni')]);
  if (!copied.ok) throw new Error(copied.failure.failure.kind);
  expect((await planned()).toSorted()).toEqual(['Le equazioni', 'Le frazioni']);
  expect((await copied.value.undo()).ok).toBe(true);
  expect(await planned()).toEqual([]);
});
