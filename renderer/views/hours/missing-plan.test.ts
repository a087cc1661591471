import { describe, expect, it } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { CLASS_A, CLASS_B, schoolRecords, TODAY } from '../../../sync-server/testing/test-school.ts';
import { missingPlan } from './missing-plan.ts';

const records = schoolRecords();
const school = must(
  records.find((record) => record.kind === 'school'),
  'a school',
);
const year = must(
  records.find((record) => record.kind === 'schoolYear'),
  'a school year',
);
const classes = [{ id: CLASS_A }, { id: CLASS_B }];
const whole = { school, yearOn: () => year, hasBells: true, hasTimetable: () => true };

describe('what the school has not given yet', () => {
  it('is nothing where one of the classes has a timetable', () => {
    expect(missingPlan(whole, classes, TODAY)).toBeUndefined();
    const onlyB = { ...whole, hasTimetable: (id: string) => id === CLASS_B };
    expect(missingPlan(onlyB, classes, TODAY)).toBeUndefined();
    expect(missingPlan(onlyB, [{ id: CLASS_A }], TODAY)).toBe('timetable');
  });

  it('is the timetable where the bells are there, and the bells with it where they are not', () => {
    const without = { ...whole, hasTimetable: () => false };
    expect(missingPlan(without, classes, TODAY)).toBe('timetable');
    expect(missingPlan({ ...without, hasBells: false }, classes, TODAY)).toBe('bells');
  });

  it('is the classes, or the calendar of the year, before anything else', () => {
    const without = { ...whole, hasTimetable: () => false };
    expect(missingPlan(without, [], TODAY)).toBe('classes');
    expect(missingPlan({ ...without, yearOn: () => undefined }, [], TODAY)).toBe('calendar');
  });

  it('is not known before the school itself has arrived', () => {
    expect(missingPlan({ ...whole, school: undefined }, [], TODAY)).toBeUndefined();
  });
});
