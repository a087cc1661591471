import { expect, test } from 'vitest';
import { kinds } from '../../../domain/kinds/registry.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { planOfHour } from './plan-of-hour.ts';

const [plan] = kinds.plannedLesson.samples;
const { bianchi: me, neri } = sample;
const mine = { ...plan, teacher: me, topic: 'Il mio' };
const theirs = { ...plan, teacher: neri, topic: 'Della collega' };
const hour = { day: plan.day, hour: plan.hour, class: plan.class, teachers: [me, neri] };

test('D122: the own plan goes before that of whoever teaches the hour too', () => {
  expect(planOfHour([theirs, mine], me, hour)?.topic).toBe('Il mio');
  expect(planOfHour([theirs, { ...mine, topic: '', activity: '' }], me, hour)?.topic).toBe('Della collega');
});

test('D122: what is planned by somebody who does not teach the hour is the plan of another lesson', () => {
  expect(planOfHour([theirs], me, { ...hour, teachers: [me] })).toBeUndefined();
  expect(planOfHour([mine], me, { ...hour, hour: plan.hour + 1 })).toBeUndefined();
});
