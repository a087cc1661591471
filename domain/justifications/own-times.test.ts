import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { toSubjectId, type LocalTime } from '../base/ids.ts';
import { minutesToTime, timeToMinutes, weekdayOf } from '../base/local-date.ts';
import { ownLessonHours, type OwnHoursView } from '../hours/own-lesson-hours.ts';
import { kinds } from '../kinds/registry.ts';
import type { ReligionChoiceName } from '../kinds/religion-choice/record.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import type { TimetableEntry } from '../kinds/timetable-entry/record.ts';
import { budgeted } from '../testing/budget.ts';
import { bellHour, sample, sampleAttendance, sampleEvent, sampleYear } from '../testing/sample.ts';
import { pupilItems } from './pupil-items.ts';

const bells = [8, 9, 10, 11].map((start, index) =>
  bellHour(index + 1, minutesToTime(start * 60), minutesToTime((start + 1) * 60)),
);
const none = {
  days: [],
  justifications: [],
  permits: [],
  elsewhere: [],
  movements: [],
  left: [],
  authorisations: [],
};
const today = { class: sample.class, day: sample.day, pupil: sample.pupil };

/** What an hour of the class is for: all of it, one of its groups, both of them, or religion with the alternative beside it. */
type Hour = 'whole' | 'INF' | 'CHI' | 'split' | 'religion';

function cellsOf(hour: number, what: Hour): readonly TimetableEntry[] {
  const [base] = kinds.timetableEntry.samples;
  const cell = (subject: string, group?: string): TimetableEntry => {
    const { group: _ofSample, ...rest } = { ...base, group: undefined };
    return {
      ...rest,
      class: sample.class,
      weekday: weekdayOf(sample.day),
      hour,
      subject: toSubjectId(subject),
      validFrom: sampleYear.lessonsFrom,
      validTo: sampleYear.lessonsTo,
      ...(group === undefined ? {} : { group }),
    };
  };
  if (what === 'religion') return [cell('religione'), cell('storia', 'alternative')];
  if (what === 'split') return [cell('informatica', 'INF'), cell('chimica', 'CHI')];
  return what === 'whole' ? [cell('matematica')] : [cell('storia', what)];
}

/** A school as whoever asks has it; without group or choice they do not know them. */
function viewOf(
  hours: readonly Hour[],
  known: { group?: string; choice?: ReligionChoiceName },
): OwnHoursView {
  const religion = {
    ...kinds.subject.samples[0],
    id: toSubjectId('religione'),
    special: 'religion' as const,
  };
  return {
    lessonHours: () => bells,
    timetableOf: new Map([[sample.class, hours.flatMap((what, index) => cellsOf(index + 1, what))]]),
    groupOn: () => known.group,
    religionChoiceOn: () => known.choice,
    subjects: new Map([[religion.id, religion]]),
    assignmentsOf: new Map(),
  };
}

const modes = ['daily', 'hourly'] as const;

describe.each(modes)('D9 a pupil is late to the first own lesson (%s)', (mode) => {
  const itemsOf = (view: OwnHoursView, kind: 'entry' | 'exit', at: LocalTime, hour: number) =>
    pupilItems(
      {
        year: { ...sampleYear, attendanceMode: mode },
        policies: DEFAULT_POLICIES,
        bellHours: () => bells,
        hoursElsewhereOf: () => [],
        ownLessonHours: (of) => ownLessonHours(view, of),
      },
      { ...none, days: [sampleAttendance({ events: [sampleEvent(kind, at, hour)] })] },
      sample.day,
    ).map(({ item, isRequired, isShort }) => ({ item, isRequired, ...(isShort ? { isShort } : {}) }));
  const time = (text: string) => text as LocalTime;
  const fivePast = (view: OwnHoursView) => itemsOf(view, 'entry', time('09:05'), 2);
  const ordinary = [{ item: 'late', isRequired: true }];
  const short = [{ item: 'late', isRequired: false, isShort: true }];

  test('whoever leaves religion in the first hour, or has nothing with the own group, comes a little late at 9:05', () => {
    expect(fivePast(viewOf(['religion', 'whole', 'whole', 'whole'], { choice: 'leaves' }))).toEqual(short);
    expect(fivePast(viewOf(['INF', 'whole', 'whole', 'whole'], { group: 'CHI' }))).toEqual(short);
    for (const choice of ['attending', 'alternative', 'assistedStudy', 'individualStudy'] as const)
      expect(fivePast(viewOf(['religion', 'whole', 'whole', 'whole'], { choice }))).toEqual(ordinary);
    expect(fivePast(viewOf(['INF', 'whole', 'whole', 'whole'], { group: 'INF' }))).toEqual(ordinary);
    expect(fivePast(viewOf(['split', 'whole', 'whole', 'whole'], { group: 'CHI' }))).toEqual(ordinary);
  });

  test('whoever asks and knows neither group nor choice counts from the first lesson of the class', () => {
    for (const first of ['religion', 'INF'] as const)
      expect(fivePast(viewOf([first, 'whole', 'whole', 'whole'], {}))).toEqual(ordinary);
  });

  test('whoever leaves religion in the last hour goes home before it, and leaves nothing early', () => {
    const view = viewOf(['whole', 'whole', 'whole', 'religion'], { choice: 'leaves' });
    expect(itemsOf(view, 'exit', time('11:00'), 3)).toEqual([]);
    expect(itemsOf(view, 'exit', time('10:50'), 3)).toEqual([{ item: 'exit', isRequired: true }]);
  });

  test('is short by the minutes from the first hour in which the pupil has a lesson, of any timetable', () => {
    const hour = fc.constantFrom<Hour>('whole', 'INF', 'CHI', 'split', 'religion');
    fc.assert(
      fc.property(
        fc.array(hour, { minLength: 4, maxLength: 4 }),
        fc.constantFrom('attending', 'alternative', 'leaves'),
        fc.integer({ min: 8 * 60 + 1, max: 11 * 60 + 59 }),
        (hours, choice, minutes) => {
          const isOwn = (what: Hour) => what !== 'CHI' && !(what === 'religion' && choice === 'leaves');
          const first = hours.findIndex(isOwn);
          const start = timeToMinutes(must(bells[Math.max(0, first)], 'an hour').start);
          const of = Math.floor(minutes / 60) - 7;
          const late = itemsOf(viewOf(hours, { group: 'INF', choice }), 'entry', minutesToTime(minutes), of);
          const isShort = minutes - start <= DEFAULT_POLICIES.shortLateMinutes;
          expect(late).toEqual(minutes <= start ? [] : isShort ? short : ordinary);
        },
      ),
      { numRuns: budgeted(500) },
    );
  });

  test('an hour that the timetable does not have is everybody’s, and nobody is expected in none', () => {
    expect(ownLessonHours(viewOf([], { group: 'CHI' }), today)).toEqual(bells);
    expect(ownLessonHours(viewOf(['INF', 'INF', 'INF', 'INF'], { group: 'CHI' }), today)).toEqual(bells);
  });
});
