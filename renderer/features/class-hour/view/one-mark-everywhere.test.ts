import * as fc from 'fast-check';
import { firstValueFrom, of } from 'rxjs';
import { expect, test } from 'vitest';
import { budgeted } from '../../../../domain/testing/budget.ts';
import { must } from '../../../../domain/base/assert.ts';
import type { Instant, LocalTime } from '../../../../domain/base/ids.ts';
import type { AttendanceEvent } from '../../../../domain/kinds/attendance-day/record.ts';
import { collections } from '../../../../domain/kinds/collections.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { markInDay } from '../../../../domain/kinds/attendance-day/mark-in-day.ts';
import type { RollCallMark } from '../../../../domain/kinds/attendance-day/roll-call.ts';
import { timetableEntryId } from '../../../../domain/kinds/timetable-entry/record.ts';
import { bellHour } from '../../../../domain/testing/sample.ts';
import { attendance, lesson } from '../../../../sync-server/testing/test-records.ts';
import {
  CLASS_A,
  pupilOf,
  schoolRecords,
  STAFF,
  TODAY,
} from '../../../../sync-server/testing/test-school.ts';
import { printMoment } from '../print/print-moment.ts';
import type { LocalRecords } from '../../../data/local-records.ts';
import { recordsOfKind } from '../../../data/records-of-kind.ts';
import { schoolFacts } from '../../../data/school/school-facts.ts';
import { teacherIdentity } from '../../../data/testing/injected-device.ts';
import { classHour } from '../view.ts';
import { foundElsewhere } from '../../../kinds/attendance-day/elsewhere.ts';
import { schoolDay } from '../../../views/school-day.ts';
import { seenElsewhere } from '../../../kinds/attendance-day/seen-elsewhere.ts';
import { teacherDay } from '../../../views/hours/teacher-day.ts';
import type { ClassHour } from './class-hour.ts';

const HOURS = [1, 2, 3, 4];
const clock = (hour: number, minutes: number) =>
  `${String(7 + hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` as LocalTime;
const bells = [1, 2, 3, 4, 5, 6].map((hour) => bellHour(hour, clock(hour, 0), clock(hour + 1, 0)));
const ofDay = { day: TODAY, bells, mode: 'daily' as const };
const instant = (time: string) => new Date(`${TODAY}T${time}:00.000+01:00`).toISOString() as Instant;
const noon = instant('12:30');

/** The school of the tests, with four hours of one teacher in 1A. */
const school = schoolRecords().flatMap((record): readonly RegisterRecord[] => {
  if (record.kind !== 'timetableEntry') return [record];
  return HOURS.map((hour) => ({
    ...record,
    id: timetableEntryId(CLASS_A, 1, hour, record.validFrom),
    hour,
  }));
});

/** The records of a device, as its store answers. */
function recordsOf(all: readonly RegisterRecord[]): LocalRecords {
  const find = (name: CollectionName) => {
    const kinds: readonly string[] = Object.keys(collections[name].kinds);
    return of(all.filter(({ kind }) => kinds.includes(kind)));
  };
  return { find } as unknown as LocalRecords;
}

interface Step {
  readonly pupil: number;
  readonly hour: number;
  readonly mark: RollCallMark;
  /** Marked before the hour began. */
  readonly isEarly: boolean;
  readonly confirms: boolean;
}

/** The records of a day in which the steps were taken, one after the other. */
function dayOf(steps: readonly Step[]): readonly RegisterRecord[] {
  const days = new Map<number, readonly AttendanceEvent[]>();
  const rolled = new Set<number>();
  for (const [index, { pupil, hour, mark, isEarly, confirms }] of steps.entries()) {
    const events = days.get(pupil) ?? [];
    const isPrepared = isEarly && mark.kind !== 'late' && mark.kind !== 'exit';
    const at = isPrepared ? instant(`07:${10 + index}`) : instant(`12:${10 + index}`);
    const found = foundElsewhere(seenElsewhere(events, ofDay, hour, rolled));
    const marked = { ...must(bells[hour - 1], 'an hour'), by: STAFF.anna, at, isFirst: hour === 1, ...found };
    days.set(pupil, markInDay(events, mark, marked, ofDay));
    if (confirms) rolled.add(hour);
  }
  return [
    ...school,
    ...[...days].map(([pupil, events]) => attendance(STAFF.anna, pupilOf(CLASS_A, pupil), events)),
    ...[...rolled].map((hour) => lesson(STAFF.anna, { hour, rollCall: { by: STAFF.anna, at: noon } })),
  ];
}

async function pagesOf(all: readonly RegisterRecord[]) {
  const records = recordsOf(all);
  const facts$ = schoolFacts(records, teacherIdentity('anna'));
  const register = { records: { find: recordsOfKind(records), facts$ }, now: () => noon };
  const pages = await Promise.all(
    HOURS.map(async (hour) => {
      const place = { day: TODAY, schoolClass: CLASS_A, hour };
      return must(await firstValueFrom(classHour(register, place)), 'an hour');
    }),
  );
  const cards = await firstValueFrom(teacherDay(register, TODAY));
  const office = await firstValueFrom(schoolDay(register, TODAY));
  return { pages, cards, office };
}

const step = fc.integer({ min: 1, max: 4 }).chain((hour) =>
  fc.record({
    hour: fc.constant(hour),
    pupil: fc.integer({ min: 1, max: 3 }),
    mark: fc.constantFrom<RollCallMark>(
      { kind: 'present' },
      { kind: 'absent' },
      { kind: 'absent' },
      { kind: 'absent', wholeDay: true },
      { kind: 'outOfClass' },
      { kind: 'late', time: clock(hour, 20) },
      { kind: 'late', time: clock(hour, 0) },
      { kind: 'exit', time: clock(hour, 20) },
      { kind: 'exit', time: clock(hour, 40) },
    ),
    isEarly: fc.boolean(),
    confirms: fc.boolean(),
  }),
);
const marksOf = (page: ClassHour) => page.pupils.map(({ mark, also }) => [mark, ...also]);

test('one pupil bears one mark in an hour, and one fact has one number, on every page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
      const { pages, cards, office } = await pagesOf(dayOf(steps));
      for (const [index, page] of pages.entries()) {
        const marks = marksOf(page);
        for (const [mark, count] of Object.entries(page.counts))
          expect([mark, marks.flat().filter((each) => each === mark).length]).toEqual([mark, count]);
        expect(cards.hours[index]).toMatchObject({
          absent: page.counts.absent,
          enrolled: page.pupils.length,
        });
        // Everybody has one mark: absent and present in an hour are never said of the same pupil.
        for (const each of marks) expect(each.includes('absent') ? each : ['absent']).toEqual(['absent']);
        for (const [row, { earlier }] of page.pupils.entries())
          for (const { hour, mark, also } of earlier)
            expect([mark, ...also]).toEqual(marksOf(must(pages[hour - 1], 'a page'))[row]);
        for (const other of pages) {
          const printed = printMoment(other, instant(clock(page.bell.hour, 59)));
          expect(printed.pupils.map(({ mark, also }) => [mark, ...also])).toEqual(marks);
          expect(printed.pupils.map(({ time }) => time)).toEqual(page.pupils.map(({ time }) => time));
        }
      }
      const always = pupilsIn(pages).filter((_, row) =>
        pages.every((page) => page.pupils[row]?.mark === 'absent'),
      );
      expect(must(office.classes[0], 'a class').absent).toBe(always.length);
    }),
    { numRuns: budgeted(150) },
  );
});

function pupilsIn(pages: readonly ClassHour[]) {
  return must(pages[0], 'a page').pupils;
}
