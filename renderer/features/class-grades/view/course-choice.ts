import { combineLatest, distinctUntilChanged, map, of, startWith, switchMap, type Observable } from 'rxjs';
import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { SubjectId } from '../../../../domain/base/ids.ts';
import type { Period } from '../../../../domain/kinds/school-year/record.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import { periodAbout } from '../../../../domain/school/calendar.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { plannedForMe } from '../../../data/school/planned-for-me.ts';
import type { Register } from '../../../data/register.ts';
import { coursesOfClass, mineFirst } from '../../../views/grades/courses-of-class.ts';
import { gradesReadOf } from '../../../views/grades/reads-class.ts';

/** What there is to choose among the grades of a class: its subjects, and the periods of the year. */
export interface CourseChoice {
  /** Those whose grades I read: mine first, then the others, each by name. */
  readonly subjects: readonly Subject[];
  /** The subject of the hour where it is mine, or I have none; else the first. */
  readonly suggested: SubjectId | undefined;
  /** In their order (D2). */
  readonly periods: readonly Period[];
  /** The period of the day; after the lessons the last one. */
  readonly current: number;
}

/**
 * The subject that is looked at: the one that was picked, else the one that was suggested first for as long as it is there. A timetable that comes or changes takes
 * nobody to another course in the middle of what they write.
 */
export function chosenSubject(
  { subjects, suggested }: Pick<CourseChoice, 'subjects' | 'suggested'>,
  { picked, first }: { readonly picked: SubjectId | undefined; readonly first: SubjectId | undefined },
): SubjectId | undefined {
  return [picked, first].find((wanted) => subjects.some(({ id }) => id === wanted)) ?? suggested;
}

/** Whose grades of a class are here to be looked at on a day, live. Whoever has no subject in it and answers for none of its grades has none. */
export function courseChoice(
  register: Pick<Register, 'records' | 'identity'>,
  place: HourPlace,
): Observable<CourseChoice> {
  const { schoolClass, day } = place;
  const { records, identity } = register;
  return combineLatest([records.facts$, assessedIn(register, place)]).pipe(
    map(([facts, assessed]) => {
      const known = coursesOfClass(facts, identity, place, assessed);
      const subjects = mineFirst(known).map(({ subject }) => subject);
      const mine = subjects.filter(({ id }) => known.mine.has(id));
      const hour = facts.plannedHours(schoolClass, day).find((one) => one.hour === place.hour);
      const ofHour = plannedForMe(facts, place)?.subject ?? hour?.subject;
      const year = facts.yearOn(day);
      return {
        subjects,
        suggested: ((mine.length > 0 ? mine : subjects).find(({ id }) => id === ofHour) ?? subjects[0])?.id,
        periods: year?.periods ?? [],
        current: year ? periodAbout(year, day) : 0,
      };
    }),
  );
}

/**
 * The subjects in which something of a class was assessed. Only whoever reads all of them is told of one that nobody teaches any more; for it the marks of
 * the whole class are read, and nobody waits for that.
 */
function assessedIn(
  { records, identity }: Pick<Register, 'records' | 'identity'>,
  { schoolClass, day }: HourPlace,
): Observable<readonly SubjectId[]> {
  const none: readonly SubjectId[] = [];
  return records.facts$.pipe(
    map((facts) => gradesReadOf(facts, identity, schoolClass, day).all),
    distinctUntilChanged(),
    switchMap((readsAll) =>
      readsAll
        ? records.find('assessment', { class: schoolClass }).pipe(
            map((assessments) => [...new Set(assessments.map(({ subject }) => subject))].toSorted()),
            startWith(none),
          )
        : of(none),
    ),
    distinctUntilChanged((a, b) => equalJson(a, b)),
  );
}
