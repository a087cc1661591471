import { combineLatest, map, of, switchMap, type Observable } from 'rxjs';
import type { SubjectId } from '../../../../domain/base/ids.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import type { DaySpan } from '../span/address.ts';
import { sourcesIn } from './copied-week.ts';
import { copySources, type CopyFrom, type Course } from './copy-sources.ts';

/** A class to copy from, and the week to begin with. */
export interface CopyChoice extends CopyFrom {
  /** The week that lies where the shown one does, or else the latest, that has something to copy; undefined where none has. Of a past year nobody knows yet. */
  readonly start?: DaySpan;
}

/** The classes from which a plan of a course can come, each with the week to begin with; live. */
export function copyChoices(
  { records, now }: Pick<Register, 'records' | 'now'>,
  course: Course | undefined,
  week: DaySpan,
): Observable<readonly CopyChoice[]> {
  if (!course) return of([]);
  return combineLatest([records.facts$, copySources({ records, now }, course, week)]).pipe(
    switchMap(([facts, sources]) =>
      sources.length === 0
        ? of([])
        : combineLatest(
            sources.map((source) =>
              startOf(records, facts, source, course.subject.id).pipe(
                map((start) => ({ ...source, ...(start ? { start } : {}) })),
              ),
            ),
          ),
    ),
  );
}

/** With which choice to begin: the first that has something on this device, else the first that the school may have something of. */
export function firstChoice(choices: readonly CopyChoice[]): number {
  const known = choices.findIndex(({ isPast, start }) => !isPast && start !== undefined);
  return Math.max(0, known === -1 ? choices.findIndex(({ isPast }) => isPast) : known);
}

function startOf(
  records: Register['records'],
  facts: SchoolFacts,
  { schoolClass, isPast, weeks, sameWeek }: CopyFrom,
  subject: SubjectId,
): Observable<DaySpan | undefined> {
  const [latest] = weeks;
  const first = weeks.at(-1);
  if (isPast || !latest || !first) return of(sameWeek ?? latest);
  const year = { class: schoolClass.id, day: { from: first.from, to: latest.to } };
  return combineLatest([records.find('lesson', year), records.find('plannedLesson', year)]).pipe(
    map(([lessons, plans]) => {
      // A week without a text has nothing, whatever its timetable: only those with one are looked at.
      const written = [...lessons, ...plans].filter(({ topic, activity }) => topic !== '' || activity !== '');
      const isFilled = (week: DaySpan) =>
        written.some(({ day }) => week.from <= day && day <= week.to) &&
        sourcesIn(facts, { schoolClass: schoolClass.id, week }, subject, lessons, plans).some(
          ({ topic, activity }) => topic !== '' || activity !== '',
        );
      return [...(sameWeek ? [sameWeek] : []), ...weeks].find(isFilled);
    }),
  );
}
