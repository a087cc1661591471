import { expect, test } from 'vitest';
import type { LocalDate } from '../../base/ids.ts';
import { copiedPlans, type CopySource, type CopyTarget } from './copied-plans.ts';

const day = (text: string) => text as LocalDate;
const source = (on: string, hour: number, topic: string): CopySource => ({
  day: day(on),
  hour,
  topic,
  activity: '',
});
const target = (on: string, hour: number, taken?: CopyTarget['taken']): CopyTarget => ({
  day: day(on),
  hour,
  ...(taken ? { taken } : {}),
});

test('D122: the hours of a course go one after the other into those of another week, however the two lie', () => {
  const { plans, left } = copiedPlans(
    [source('2025-11-26', 2, 'Le potenze'), source('2025-11-24', 5, 'Le radici')],
    [target('2026-11-24', 1), target('2026-11-23', 6), target('2026-11-27', 1)],
  );
  expect(plans.map(({ from, to }) => [from.topic, to.day, to.hour])).toEqual([
    ['Le radici', '2026-11-23', 6],
    ['Le potenze', '2026-11-24', 1],
  ]);
  expect(left).toEqual([]);
});

test('D122: what does not fit is named with its reason, and nothing written is replaced', () => {
  const { plans, left } = copiedPlans(
    [
      source('2026-11-16', 1, 'Uno'),
      source('2026-11-17', 1, ''),
      source('2026-11-18', 1, 'Tre'),
      source('2026-11-19', 1, 'Quattro'),
      source('2026-11-20', 1, 'Cinque'),
    ],
    [
      target('2026-11-23', 1, 'signed'),
      target('2026-11-24', 1),
      target('2026-11-25', 1, 'planned'),
      target('2026-11-26', 1),
    ],
  );
  expect(plans.map(({ from, to }) => [from.topic, to.day])).toEqual([['Quattro', '2026-11-26']]);
  expect(left.map(({ from, fault }) => [from.day, fault])).toEqual([
    ['2026-11-16', 'signed'],
    ['2026-11-17', 'nothing'],
    ['2026-11-18', 'planned'],
    ['2026-11-20', 'noHour'],
  ]);
});
