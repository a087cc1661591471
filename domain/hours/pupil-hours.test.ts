import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPersonId, toSubjectId, type LocalDate, type LocalTime, type PersonId } from '../base/ids.ts';
import { byKind, schoolRecordsIn } from '../kinds/by-kind.ts';
import type { HoursElsewhere } from '../kinds/hours-elsewhere/record.ts';
import { kinds, type RegisterRecord } from '../kinds/registry.ts';
import { schoolView } from '../school/school-view.ts';
import { budgeted } from '../testing/budget.ts';
import { enrolled, lessonIn, signed } from '../testing/held-hours.ts';
import { sample, sampleAttendance, sampleEvent, sampleHours, sampleYear } from '../testing/sample.ts';
import { pupilHours, type HoursRecords } from './pupil-hours.ts';

const { school, author, entry, recordedAt } = sampleYear;
const envelope = { school, author, entry, recordedAt };
const inClass = { class: sample.class };
const all = { validFrom: '2026-09-01' as LocalDate, validTo: '2027-08-31' as LocalDate };
const from = sampleYear.lessonsFrom;
const [first, second] = [sample.pupil, toPersonId('pupil-verdi')];
const none: HoursRecords = { lessons: [], days: [], elsewhere: [], movements: [] };

function subject(name: string, special?: 'religion' | 'assistedStudy'): RegisterRecord {
  const of = special === undefined ? {} : { special };
  return { ...kinds.subject.samples[0], ...envelope, ...of, id: toSubjectId(name), name };
}

function cell(weekday: number, hour: number, of: string, group?: string, valid = all): RegisterRecord {
  const [base] = kinds.timetableEntry.samples;
  const id = [weekday, hour, of].join('.');
  const ofGroup = group === undefined ? {} : { group };
  return { ...base, ...inClass, ...valid, ...ofGroup, id, weekday, hour, subject: toSubjectId(of) };
}

/** Each day: maths, an hour in two groups, and on Mondays the hour of religion. */
const timetable = (valid = all) =>
  [1, 2, 3, 4, 5].flatMap((weekday) => [
    cell(weekday, 1, 'matematica', undefined, valid),
    cell(weekday, 2, 'informatica', 'INF', valid),
    cell(weekday, 2, 'chimica', 'CHI', valid),
    ...(weekday === 1 ? [cell(1, 3, 'religione', undefined, valid)] : []),
  ]);
const member = (pupil: PersonId, group: string): RegisterRecord => ({
  ...kinds.groupMembership.samples[0],
  ...inClass,
  id: `${pupil}.${group}`,
  pupil,
  group,
  from,
});
const chooses = (pupil: PersonId, choice: 'attending' | 'alternative' | 'leaves'): RegisterRecord => ({
  ...kinds.religionChoice.samples[0],
  ...inClass,
  id: `${pupil}.${choice}`,
  pupil,
  choice,
  from,
});

const records: readonly RegisterRecord[] = [
  ...kinds.school.samples,
  sampleYear,
  { ...kinds.class.samples[0], id: sample.class, level: 'upperSecondary' },
  ...['matematica', 'informatica', 'chimica', 'alternativa'].map((name) => subject(name)),
  subject('religione', 'religion'),
  {
    ...kinds.assignment.samples[0],
    ...inClass,
    id: 'alternative',
    subject: toSubjectId('alternativa'),
    type: 'alternative',
  },
  { ...kinds.bellScheme.samples[0], ...all, hours: [...sampleHours] },
  ...timetable(),
  enrolled(),
  enrolled({ pupil: second, id: 'second' }),
  member(first, 'INF'),
  member(second, 'CHI'),
];
const lessons = [
  lessonIn(1, 'matematica'),
  lessonIn(2, 'informatica', { group: 'INF' }),
  lessonIn(2, 'chimica', { group: 'CHI' }),
  lessonIn(3, 'religione'),
  lessonIn(3, 'alternativa', { group: 'A', signatures: [signed('alternativa')] }),
];
const absent = (pupil: PersonId) => sampleAttendance({ ...inClass, pupil, events: [sampleEvent('absent')] });

function hoursOf(
  pupil: PersonId,
  more: readonly RegisterRecord[] = [],
  recorded: Partial<HoursRecords> = {},
  day: LocalDate = sample.day,
) {
  const view = schoolView(schoolRecordsIn(byKind([...records, ...more])), true);
  const from = { ...none, lessons, days: [absent(first), absent(second)], ...recorded };
  const found = pupilHours(view, from, { pupils: [pupil], day }).get(pupil);
  if (!found) throw new Error('no hours');
  return found;
}
const modes = ['daily', 'hourly'] as const;
const half = (hours: number) => hours * 2;

describe('hours of a pupil, from the records of a school', () => {
  it('D94: count the lessons of the own group and of what was chosen for the religion hour', () => {
    const subjectsOf = (...of: Parameters<typeof hoursOf>) => [...hoursOf(...of).hours.bySubject.keys()];
    expect(subjectsOf(first, [chooses(first, 'leaves')])).toEqual(['matematica', 'informatica']);
    expect(subjectsOf(second, [chooses(second, 'alternative')])).toEqual([
      'matematica',
      'chimica',
      'alternativa',
    ]);
  });

  it.each(modes)(
    'D94, D11: count the religion of whoever stands in without a subject for those alone who attend (%s)',
    (attendanceMode) => {
      const standIn = lessonIn(3, 'religione', { signatures: [signed(undefined, { type: 'substitution' })] });
      const inMode = { ...sampleYear, attendanceMode };
      const [{ subject: _ofTheHour, ...unsaid }, said] = [
        standIn,
        { ...standIn, subject: toSubjectId('religione') },
      ];
      fc.assert(
        fc.property(
          fc.constantFrom(unsaid, said),
          fc.constantFrom('attending', 'alternative', 'leaves'),
          fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
          (lesson, choice, absentIn) => {
            const events = absentIn.map((hour) => sampleEvent('absent', undefined, hour));
            const days = [sampleAttendance({ ...inClass, pupil: first, events })];
            const { hours } = hoursOf(first, [chooses(first, choice), inMode], { lessons: [lesson], days });
            expect(hours.withoutSubject.heldHalfUnits).toBe(choice === 'attending' ? half(1) : 0);
            if (choice !== 'attending') expect(hours.withoutSubject.absentHalfUnits).toBe(0);
          },
        ),
        { numRuns: budgeted(60) },
      );
    },
  );

  it('D94: say what was chosen, where whoever asks knows it; else religion counts', () => {
    expect(hoursOf(first)).not.toHaveProperty('choice');
    expect(hoursOf(first).hours.bySubject.has(toSubjectId('religione'))).toBe(true);
    expect(hoursOf(first, [chooses(first, 'leaves')]).choice).toBe('leaves');
  });

  it('D94, D204: of who alone has no choice on record no hour of religion counts, in absence or in the year', () => {
    const missing = hoursOf(first, [chooses(second, 'attending')]);
    expect(missing.isChoiceMissing).toBe(true);
    expect(missing.hours.bySubject.has(toSubjectId('religione'))).toBe(false);
    expect(missing.limit?.annualHalfUnits).toBe(half(10 * 33));
    expect(hoursOf(first)).not.toHaveProperty('isChoiceMissing');
    expect(hoursOf(first, [chooses(first, 'leaves')])).not.toHaveProperty('isChoiceMissing');
  });

  it('D96: are held against the pupil’s own hours of the timetable', () => {
    const annual = (choice: 'attending' | 'leaves') =>
      hoursOf(first, [chooses(first, choice)]).limit?.annualHalfUnits;
    expect(annual('attending')).toBe(half(11 * 33));
    expect(annual('leaves')).toBe(half(10 * 33));
    expect(hoursOf(first).limit).toMatchObject({ isOver: false });
  });

  it('D96, D101: have one limit all year, in weeks that begin or end with holidays and after the last lesson', () => {
    const ofLessons = { validFrom: '2026-09-16' as LocalDate, validTo: sampleYear.lessonsTo };
    const bells = { ...kinds.bellScheme.samples[0], ...ofLessons, hours: [...sampleHours] };
    const year = { ...sampleYear, lessonsFrom: ofLessons.validFrom };
    // An hour more, in the first days alone.
    const firstDays = { ...ofLessons, validTo: '2026-09-26' as LocalDate };
    const more = cell(2, 3, 'matematica', undefined, firstDays);
    const other = records.filter(
      ({ kind }) => !['timetableEntry', 'bellScheme', 'schoolYear'].includes(kind),
    );
    const ofYear = [...other, bells, year, ...timetable(ofLessons), more, chooses(first, 'leaves')];
    const view = schoolView(schoolRecordsIn(byKind(ofYear)), true);
    const annualOn = (day: string) =>
      pupilHours(view, none, { pupils: [first], day: day as LocalDate }).get(first)?.limit?.annualHalfUnits;
    const days = [
      '2026-09-16',
      '2026-09-22',
      '2026-11-23',
      '2027-06-04',
      '2027-06-08',
      '2027-06-09',
      '2027-06-20',
    ];
    expect(days.map(annualOn)).toEqual(days.map(() => half(10 * 33)));
  });

  it('D12: have no limit in primary school, and none where no timetable says the hours', () => {
    const primary = { ...kinds.class.samples[0], id: sample.class, level: 'primary' as const };
    expect(hoursOf(first, [primary])).not.toHaveProperty('limit');
    const third = toPersonId('pupil-neri');
    const other = { ...primary, id: sample.otherClass, level: 'upperSecondary' as const };
    const elsewhere = enrolled({ pupil: third, id: 'third', class: sample.otherClass });
    expect(hoursOf(third, [other, elsewhere])).not.toHaveProperty('limit');
  });

  it('D97: tell hours of a class that the pupil has left from those of the class of today', () => {
    const [base] = kinds.class.samples;
    const later = '2026-12-01' as LocalDate;
    const left = enrolled({ to: '2026-11-30' as LocalDate });
    const moved = enrolled({ id: 'moved', class: sample.otherClass, from: later });
    const other = { ...base, id: sample.otherClass };
    const before = records.filter(({ id }) => id !== left.id);
    const view = schoolView(schoolRecordsIn(byKind([...before, left, moved, other])), true);
    const from = { ...none, lessons, days: [absent(first)] };
    const { counted } = pupilHours(view, from, { pupils: [first], day: later }).get(first) ?? {};
    expect(counted?.sources).toMatchObject({ thisClass: 0, otherClasses: half(3) });
  });

  it('D98: count nothing of time elsewhere, nor of what the school took from the class', () => {
    const out = {
      ...kinds.presenceElsewhere.samples[0],
      ...inClass,
      pupil: first,
      day: sample.day,
      during: { fromHour: 2 },
    };
    expect(hoursOf(first, [], { elsewhere: [out] }).counted.absentHalfUnits).toBe(half(1));
    const called = {
      ...kinds.classMovement.samples[0],
      ...inClass,
      day: sample.day,
      expected: { from: '10:00' as LocalTime },
    };
    expect(hoursOf(first, [], { movements: [called] }).counted.absentHalfUnits).toBe(half(1));
  });

  it('D96, D101: count what was held once, in class or in the place of it, in the pace of the year', () => {
    const [base] = kinds.hoursElsewhere.samples;
    const declared = { ...base, pupil: first, from: sample.day, to: sample.day };
    const paceWith = (changes: Pick<HoursElsewhere, 'source' | 'absentHalfUnits' | 'heldHalfUnits'>) => {
      const { limit, hours } = hoursOf(first, [{ ...declared, ...changes }]);
      return [hours.official.heldHalfUnits, limit?.projection?.absentHalfUnits];
    };
    // Three hours of three: of 363 hours of the year all.
    const inClassAlone = [half(3), half(363)];
    expect(hoursOf(first).limit?.projection?.absentHalfUnits).toBe(half(363));
    expect(paceWith({ source: 'workPlacement', absentHalfUnits: 0, heldHalfUnits: half(40) })).toEqual(
      inClassAlone,
    );
    // One of two in hospital, where nothing of the class is held that day.
    expect(paceWith({ source: 'careSchool', absentHalfUnits: half(1), heldHalfUnits: half(2) })).toEqual([
      0,
      half(363 / 2),
    ]);
    // Those of the school of before were held before those of the class: four missed of twelve.
    expect(paceWith({ source: 'otherSchool', absentHalfUnits: half(1), heldHalfUnits: half(9) })).toEqual([
      half(3),
      half(121),
    ]);
  });

  it('D100: set aside what a derogation of the year says', () => {
    const [base] = kinds.derogation.samples;
    const derogation = { ...base, pupil: first, startYear: 2026, halfUnits: half(2) };
    expect(hoursOf(first, [derogation]).counted).toMatchObject({
      absentHalfUnits: half(3),
      derogatedHalfUnits: half(2),
      countedHalfUnits: half(1),
    });
    expect(hoursOf(first, [{ ...derogation, startYear: 2025 }]).counted.derogatedHalfUnits).toBe(0);
  });

  it('leave out days of another year and days to come', () => {
    expect(hoursOf(first, [], {}, '2026-11-22' as LocalDate).counted.absentHalfUnits).toBe(0);
    expect(hoursOf(first, [], {}, '2027-11-23' as LocalDate).counted.absentHalfUnits).toBe(0);
  });
});
