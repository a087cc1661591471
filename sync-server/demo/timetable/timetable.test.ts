import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgeted } from '../../../domain/testing/budget.ts';
import { localDate } from '../../../domain/base/local-date.ts';
import type { BellScheme } from '../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { TimetableEntry } from '../../../domain/kinds/timetable-entry/record.ts';
import { overlaps } from '../../../domain/school/validity.ts';
import { classSlots } from '../plan/bells.ts';
import { planClasses } from '../plan/school-plan.ts';
import { SCHOOL_PLANS } from '../plan/schools.ts';
import { generateSchools } from '../generate-schools.ts';

const FIRST_DAY = localDate(2026, 9, 14);

describe('timetables', () => {
  it('never put a teacher in two classes at the same clock time, and fill every class’s week, at any size and seed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 3, max: 70 }),
        (seed, classes) => {
          for (const school of generateSchools({ seed, today: FIRST_DAY, classes, history: 'none' })) {
            expect(clashes(school.records)).toEqual([]);
            expect(unfilled(school.records)).toEqual([]);
          }
        },
      ),
      { numRuns: budgeted(12) },
    );
  });

  it('have team teaching in primary classes and co-teaching elsewhere', () => {
    for (const school of generateSchools({ seed: 1, today: FIRST_DAY, history: 'none' })) {
      const levels = new Map(
        school.records.flatMap((record) =>
          record.kind === 'class' ? [[record.id, record.level] as const] : [],
        ),
      );
      const shared = entriesOf(school.records).filter((entry) => entry.teachers.length > 1);
      expect(new Set(shared.map((entry) => levels.get(entry.class)))).toEqual(new Set(levels.values()));
    }
  });
});

describe('parted hours', () => {
  it('D204 give each group of a divided class its teacher at the same time, at any size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 6, max: 70 }),
        (seed, classes) => {
          for (const { records } of generateSchools({ seed, today: FIRST_DAY, classes, history: 'none' })) {
            const groups = records.flatMap((record) => (record.kind === 'group' ? [record.class] : []));
            const entries = entriesOf(records).filter(({ group }) => group === 'FRA' || group === 'SPA');
            for (const id of new Set(groups)) {
              const own = entries.filter((entry) => entry.class === id);
              const hours = Map.groupBy(own, ({ weekday, hour }) => `${weekday}.${hour}`);
              expect([...hours.values()].map(({ length }) => length)).toEqual([2, 2]);
            }
          }
        },
      ),
      { numRuns: budgeted(6) },
    );
  });
});

interface Busy {
  readonly entry: TimetableEntry;
  readonly start: string;
  readonly end: string;
}

function clashes(records: readonly RegisterRecord[]): readonly string[] {
  const classes = new Map(
    records.flatMap((record) => (record.kind === 'class' ? [[record.id, record] as const] : [])),
  );
  const schemes = records.filter((record): record is BellScheme => record.kind === 'bellScheme');
  const found: string[] = [];
  const byTeacher = new Map<string, Busy[]>();
  for (const entry of entriesOf(records)) {
    const bell = bellOf(schemes, classes.get(entry.class), entry);
    if (!bell) throw new Error(`No bell for ${entry.id}`);
    for (const teacher of entry.teachers) {
      const key = `${teacher}.${entry.weekday}`;
      byTeacher.set(key, [...(byTeacher.get(key) ?? []), { entry, start: bell.start, end: bell.end }]);
    }
  }
  for (const [teacher, hours] of byTeacher)
    for (const [index, a] of hours.entries())
      for (const b of hours.slice(index + 1)) {
        const sameTime = a.start < b.end && b.start < a.end;
        const spanA = { from: a.entry.validFrom, to: a.entry.validTo };
        const spanB = { from: b.entry.validFrom, to: b.entry.validTo };
        if (sameTime && overlaps(spanA, spanB)) found.push(`${teacher}: ${a.entry.id}, ${b.entry.id}`);
      }
  return found;
}

function bellOf(schemes: readonly BellScheme[], schoolClass: SchoolClass | undefined, entry: TimetableEntry) {
  return schemes
    .find(
      (item) =>
        schoolClass && item.levels.includes(schoolClass.level) && item.weekdays.includes(entry.weekday),
    )
    ?.hours.find((hour) => hour.hour === entry.hour);
}

function unfilled(records: readonly RegisterRecord[]): readonly string[] {
  const byClass = Map.groupBy(entriesOf(records), (entry) => entry.class);
  const plan = SCHOOL_PLANS.find((item) => item.code === records[0]?.school);
  const classes = records.filter((record): record is SchoolClass => record.kind === 'class');
  const plans = planClasses(plan?.levels ?? [], classes.filter(({ startYear }) => startYear === 2026).length);
  return classes.flatMap((schoolClass) => {
    const { level, year, section } = schoolClass;
    const wanted = plans.find((one) => one.level === level && one.year === year && one.section === section);
    if (!wanted) return [`${schoolClass.id} is not planned`];
    const filled = new Set(
      (byClass.get(schoolClass.id) ?? []).map((entry) => `${entry.weekday}.${entry.hour}`),
    );
    const open = classSlots(wanted).filter((slot) => !filled.has(`${slot.weekday}.${slot.hour}`));
    return open.map((slot) => `${schoolClass.id} ${slot.weekday}.${slot.hour}`);
  });
}

function entriesOf(records: readonly RegisterRecord[]): readonly TimetableEntry[] {
  return records.filter((record): record is TimetableEntry => record.kind === 'timetableEntry');
}
