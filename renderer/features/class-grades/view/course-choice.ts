import { map, type Observable } from 'rxjs';
import type { SubjectId } from '../../../../domain/base/ids.ts';
import type { Period } from '../../../../domain/kinds/school-year/record.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import { periodAbout } from '../../../../domain/school/grading/frozen-period.ts';
import { scaleOfSubject } from '../../../../domain/school/grading/scale-of-subject.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { holdsOn } from '../../../../domain/school/validity.ts';
import { plannedForMe } from '../../../data/school/planned-for-me.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { gradesReadOf } from '../../../views/grades/reads-class.ts';

/** What there is to choose among the grades of a class: its subjects, and the periods of the year. */
export interface CourseChoice {
  /** Those whose grades I read: mine first, then the others by name. */
  readonly subjects: readonly Subject[];
  /** The subject of the hour where it is mine, or I have none; else the first. */
  readonly suggested: SubjectId | undefined;
  /** In their order (D2). */
  readonly periods: readonly Period[];
  /** The period of the day; after the lessons the last one. */
  readonly current: number;
}

/** Whose grades of a class are here to be looked at on a day, live. Whoever has no subject in it and answers for none of its grades has none. */
export function courseChoice(
  { records, identity }: Pick<Register, 'records' | 'identity'>,
  place: HourPlace,
): Observable<CourseChoice> {
  const { schoolClass, day } = place;
  return records.facts$.pipe(
    map((facts) => {
      const mine = facts.myCourses(schoolClass, day);
      const others = othersIn(facts, identity, place).filter(({ id }) => mine.every((own) => own.id !== id));
      const subjects = [...mine, ...others];
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

/** The subjects of a class for whoever reads all its grades; those of the hour of religion only for whoever knows its choices (D27). */
function othersIn(
  facts: SchoolFacts,
  identity: Register['identity'],
  { schoolClass, day }: HourPlace,
): readonly Subject[] {
  const read = gradesReadOf(facts, identity, schoolClass, day);
  if (!read.all) return [];
  const taught = [...facts.view.assignmentsOf.values()]
    .flat()
    .filter((one) => one.class === schoolClass && one.type !== 'support' && holdsOn(one, day))
    .map(({ subject }) => subject);
  return [...new Set(taught)]
    .filter((id) => read.religion || scaleOfSubject(facts.view, schoolClass, id) !== 'religion')
    .flatMap((id) => facts.subject(id) ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name, 'it'));
}
