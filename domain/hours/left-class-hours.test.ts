import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSubjectId, type ClassId, type Instant, type LocalDate, type LocalTime } from '../base/ids.ts';
import { addDays, minutesToTime } from '../base/local-date.ts';
import { eventFault } from '../kinds/attendance-day/attendance-state.ts';
import { ATTENDANCE_EVENT_KINDS, type AttendanceEvent } from '../kinds/attendance-day/record.ts';
import { byKind, schoolRecordsIn } from '../kinds/by-kind.ts';
import { classMovementId } from '../kinds/class-movement/record.ts';
import { enrolmentId } from '../kinds/enrolment/record.ts';
import type { HoursElsewhere } from '../kinds/hours-elsewhere/record.ts';
import { hoursOfLeftClassId, type HoursOfLeftClass } from '../kinds/hours-of-left-class/record.ts';
import { kinds, type RegisterRecord } from '../kinds/registry.ts';
import { ABSENCE_ROUNDINGS, DEFAULT_POLICIES } from '../kinds/school/record.ts';
import { schoolView } from '../school/school-view.ts';
import { budgeted } from '../testing/budget.ts';
import { enrolled, lessonIn, signed } from '../testing/held-hours.ts';
import { sample, sampleAttendance, sampleEvent, sampleHours, sampleYear } from '../testing/sample.ts';
import type { HoursTotal } from './hours-of-absence.ts';
import { leftHours, type EndedEnrolment } from './left-class-hours.ts';
import { pupilHours, type HoursRecords } from './pupil-hours.ts';

const [A, B] = [sample.class, sample.otherClass];
const MONDAY = '2026-11-16' as LocalDate;
const DAYS = [0, 1, 2, 3, 4].map((offset) => addDays(MONDAY, offset));
const FRIDAY = addDays(MONDAY, 4);
const { school, author, entry, recordedAt } = sampleYear;
const envelope = { school, author, entry, recordedAt };

interface Change {
  readonly on: LocalDate;
  /** UTC; undefined where it was written the day before. */
  readonly written?: LocalTime;
}

/** A pupil who goes over from A to B. */
function enrolments({ on, written }: Change) {
  const at = `${written === undefined ? addDays(on, -1) : on}T${written ?? '12:00'}:00.000Z` as Instant;
  const left: EndedEnrolment = { ...enrolled({ class: A, recordedAt: at }), to: addDays(on, -1) };
  return { left, entered: enrolled({ class: B, from: on, recordedAt: at }) };
}

function viewOf(
  change: Change,
  rounding: (typeof ABSENCE_ROUNDINGS)[number],
  more: readonly RegisterRecord[] = [],
) {
  const { left, entered } = enrolments(change);
  const all: readonly RegisterRecord[] = [
    { ...kinds.school.samples[0], policies: { ...DEFAULT_POLICIES, absenceRounding: rounding } },
    sampleYear,
    ...[A, B].map((id) => ({ ...kinds.class.samples[0], id })),
    ...['matematica', 'storia'].map((name) => ({
      ...kinds.subject.samples[0],
      ...envelope,
      id: toSubjectId(name),
      name,
    })),
    { ...kinds.bellScheme.samples[0], hours: [...sampleHours] },
    left,
    entered,
    ...more,
  ];
  return schoolView(schoolRecordsIn(byKind(all)), true);
}

/** What the server tells those who have the pupil now. */
function told(view: ReturnType<typeof viewOf>, records: HoursRecords, change: Change): HoursOfLeftClass {
  const { left } = enrolments(change);
  return {
    ...envelope,
    id: hoursOfLeftClassId(left.id),
    kind: 'hoursOfLeftClass',
    pupil: left.pupil,
    class: A,
    day: left.from,
    lastDay: left.to,
    classes: [B],
    ...leftHours(view, records, left),
  };
}

/** The hours as a device counts them that has both registers, and as one that has B's and what it is told of A's. */
function bothWays(view: ReturnType<typeof viewOf>, records: HoursRecords, change: Change) {
  const asked = { pupils: [sample.pupil], day: FRIDAY };
  const inB = {
    ...records,
    lessons: records.lessons.filter((one) => one.class === B),
    movements: records.movements.filter((one) => one.class === B),
    left: [told(view, records, change)],
  };
  const whole = pupilHours(view, records, asked).get(sample.pupil);
  const parts = pupilHours(view, inB, asked).get(sample.pupil);
  if (!whole || !parts) throw new Error('the pupil is asked for');
  return { whole, parts };
}

function sumOf({ terms }: HoursTotal): number {
  return terms.reduce((sum, { absentHalfUnits }) => sum + absentHalfUnits, 0);
}

const event = fc
  .record({
    kind: fc.constantFrom(...ATTENDANCE_EVENT_KINDS),
    hour: fc.integer({ min: 1, max: 3 }),
    minutes: fc.integer({ min: 7 * 60 + 50, max: 11 * 60 + 10 }),
  })
  .map(({ kind, hour, minutes }): AttendanceEvent =>
    sampleEvent(kind, kind === 'entry' || kind === 'exit' ? minutesToTime(minutes) : undefined, hour),
  );
const events = fc
  .uniqueArray(event, { maxLength: 4, selector: ({ kind, hour, time }) => `${kind}.${hour}.${time ?? ''}` })
  .filter((list) => eventFault(list) === undefined);
const lessons = fc.array(
  fc.record({
    day: fc.constantFrom(...DAYS),
    hour: fc.integer({ min: 1, max: 3 }),
    class: fc.constantFrom<ClassId>(A, B),
    subject: fc.constantFrom('matematica', 'storia', undefined),
  }),
  { maxLength: 30 },
);
const change = fc.record(
  {
    on: fc.constantFrom(...DAYS),
    written: fc.constantFrom('06:30', '07:40', '08:30', '09:59').map((time) => time as LocalTime),
  },
  { requiredKeys: ['on'] },
);

describe('D97 the hours of a class that was left', () => {
  it('D97, D246: make the same sums and lists, whoever counts them, as all that was recorded', () => {
    const week = fc.tuple(events, events, events, events, events);
    const away = fc.record({
      day: fc.constantFrom(...DAYS),
      fromHour: fc.integer({ min: 1, max: 3 }),
      called: fc.constantFrom(...DAYS),
      calledClass: fc.constantFrom<ClassId>(A, B),
    });
    fc.assert(
      fc.property(
        change,
        week,
        lessons,
        away,
        fc.constantFrom(...ABSENCE_ROUNDINGS),
        (moved, happened, held, { day, fromHour, called, calledClass }, rounding) => {
          const records: HoursRecords = {
            lessons: [...Map.groupBy(held, (one) => `${one.day} ${one.hour} ${one.class}`).values()].flatMap(
              ([one]) =>
                one === undefined
                  ? []
                  : [
                      lessonIn(one.hour, 'matematica', {
                        day: one.day,
                        class: one.class,
                        signatures: [
                          one.subject === undefined
                            ? signed(undefined, { type: 'substitution' })
                            : signed(one.subject),
                        ],
                      }),
                    ],
            ),
            days: happened.map((list, index) => {
              const on = addDays(MONDAY, index);
              return sampleAttendance({
                day: on,
                class: on < moved.on ? A : B,
                otherClasses: [on < moved.on ? B : A],
                events: list,
              });
            }),
            elsewhere: [{ ...kinds.presenceElsewhere.samples[0], day, class: A, during: { fromHour } }],
            movements: [
              {
                ...kinds.classMovement.samples[0],
                id: classMovementId(called, calledClass),
                day: called,
                class: calledClass,
                expected: { from: '09:30' as LocalTime },
              },
            ],
          };
          const { whole, parts } = bothWays(viewOf(moved, rounding), records, moved);
          const comparable = ({ terms, ...sums }: HoursTotal) => ({
            ...sums,
            terms: terms.map((term) => ({ ...term, subjects: term.subjects.toSorted() })),
          });
          for (const name of ['official', 'withoutSubject', 'indicative'] as const) {
            expect(comparable(parts.hours[name])).toEqual(comparable(whole.hours[name]));
            expect(sumOf(parts.hours[name])).toBe(parts.hours[name].absentHalfUnits);
          }
          const bySubject = (of: typeof whole) =>
            [...of.hours.bySubject]
              .map(([subject, total]) => [subject, comparable(total)] as const)
              .toSorted(([a], [b]) => a.localeCompare(b));
          expect(bySubject(parts)).toEqual(bySubject(whole));
          expect(parts.counted).toEqual(whole.counted);
        },
      ),
      { numRuns: budgeted(300) },
    );
  });

  it('D97: an hour of the day of the change is of one class, whichever of them has signed it', () => {
    // 9.40 at the school: the first two hours had begun in A.
    const moved: Change = { on: MONDAY, written: '08:40' as LocalTime };
    const of = (schoolClass: ClassId) =>
      [1, 2, 3].map((hour) => lessonIn(hour, 'storia', { day: MONDAY, class: schoolClass }));
    const records: HoursRecords = {
      lessons: [...of(A), ...of(B)],
      days: [sampleAttendance({ day: MONDAY, class: B, otherClasses: [A], events: [sampleEvent('absent')] })],
      elsewhere: [],
      movements: [],
    };
    const { whole, parts } = bothWays(viewOf(moved, 'halfDown'), records, moved);
    expect(whole.hours.official.terms.map((term) => [term.hour, term.class])).toEqual([
      [1, A],
      [2, A],
      [3, B],
    ]);
    expect(parts.hours.official).toEqual(whole.hours.official);
    expect(parts.counted.sources).toMatchObject({ thisClass: 2, otherClasses: 4 });
  });
});

describe('D97 hours that others have declared', () => {
  const moved: Change = { on: MONDAY };
  const declared = (changes: Partial<HoursElsewhere>): HoursElsewhere => ({
    ...kinds.hoursElsewhere.samples[0],
    pupil: sample.pupil,
    ...changes,
  });
  const absentAllWeek: HoursRecords = {
    lessons: DAYS.map((day) => lessonIn(1, 'storia', { day, class: B })),
    days: DAYS.map((day) => sampleAttendance({ day, class: B, events: [sampleEvent('absent')] })),
    elsewhere: [],
    movements: [],
  };
  const countedWith = (...more: readonly HoursElsewhere[]) => {
    const asked = { pupils: [sample.pupil], day: FRIDAY };
    const found = pupilHours(viewOf(moved, 'halfDown', more), absentAllWeek, asked).get(sample.pupil);
    if (!found) throw new Error('the pupil is asked for');
    return found;
  };

  it('D97: of the school of before add to the others, each a line of the list', () => {
    const before = declared({ absentHalfUnits: 40 });
    const { counted, declared: lines } = countedWith(before);
    expect(counted).toMatchObject({
      sources: { thisClass: 10, otherClasses: 0, otherSchool: 40, activities: 0 },
      absentHalfUnits: 50,
      countedHalfUnits: 50,
    });
    expect(lines).toEqual([before]);
  });

  it('D97: of whoever taught the pupil count in the place of what the class has marked on those days', () => {
    const inHospital = declared({
      id: 'hospital',
      source: 'careSchool',
      from: MONDAY,
      to: addDays(MONDAY, 2),
      absentHalfUnits: 1,
      heldHalfUnits: 12,
    });
    const { counted } = countedWith(inHospital);
    expect(counted.sources).toMatchObject({ thisClass: 4, activities: 1 });
    expect(counted.absentHalfUnits).toBe(5);
  });

  it.each(['workPlacement', 'otherActivity'] as const)(
    'D97: of a %s only add: who is absent from class on one of its days is absent',
    (source) => {
      const { counted } = countedWith(
        declared({ source, from: MONDAY, to: FRIDAY, absentHalfUnits: 1, heldHalfUnits: 12 }),
      );
      expect(counted.sources).toMatchObject({ thisClass: 10, activities: 1 });
      expect(counted.absentHalfUnits).toBe(11);
    },
  );

  it('D97: do not count where they were written by mistake, of another year, or of days to come', () => {
    const { counted } = countedWith(
      declared({ id: 'mistake', absentHalfUnits: 8, cancelled: true }),
      declared({
        id: 'year',
        absentHalfUnits: 8,
        from: '2025-10-01' as LocalDate,
        to: '2025-10-02' as LocalDate,
      }),
      declared({
        id: 'later',
        absentHalfUnits: 8,
        from: '2026-12-01' as LocalDate,
        to: '2026-12-02' as LocalDate,
      }),
    );
    expect(counted.absentHalfUnits).toBe(10);
  });

  it('D100: what is set aside is taken from their sum, never more than it', () => {
    const [base] = kinds.derogation.samples;
    const more = { ...base, pupil: sample.pupil, startYear: 2026, halfUnits: 100 };
    const asked = { pupils: [sample.pupil], day: FRIDAY };
    const view = viewOf(moved, 'halfDown', [declared({ absentHalfUnits: 40 }), more]);
    expect(pupilHours(view, absentAllWeek, asked).get(sample.pupil)?.counted).toMatchObject({
      derogatedHalfUnits: 50,
      countedHalfUnits: 0,
    });
  });
});

it('D97: an enrolment is named by its pupil, class and first day, and so are its hours', () => {
  const { left } = enrolments({ on: MONDAY });
  expect(hoursOfLeftClassId(left.id)).toBe(`${enrolmentId(sample.pupil, A, left.from)}.hours`);
});
