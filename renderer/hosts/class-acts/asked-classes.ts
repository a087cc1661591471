import { combineLatest, map, type Observable } from 'rxjs';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import type { ClassAct } from './class-act.ts';

/** What a view says of a class, of whose pupils some may be chosen. */
interface OfClass extends WithPupils {
  readonly facts: SchoolFacts;
}

/** A class list. */
interface WithPupils {
  readonly pupils: readonly Person[];
}

/** One of the classes whose pupils a dialog offers. */
export interface AskedClass<S> {
  readonly schoolClass: SchoolClass;
  readonly shown: S;
}

/** What a view says of each class of an act: that of the hour first, then those that have the same lesson (D17). */
export function ofAsked<R, S extends OfClass>(
  view: (register: R, schoolClass: ClassId, day: LocalDate) => Observable<S>,
) {
  return (register: R, { place, along = [] }: ClassAct): Observable<readonly AskedClass<S>[]> =>
    combineLatest(
      [place, ...along].map((one) =>
        view(register, one.schoolClass, one.day).pipe(
          map((shown): readonly AskedClass<S>[] => {
            const schoolClass = shown.facts.schoolClass(one.schoolClass);
            return schoolClass ? [{ schoolClass, shown }] : [];
          }),
        ),
      ),
    ).pipe(map((all) => all.flat()));
}

/** The pupils of all classes. */
export function pupilsOf(classes: readonly AskedClass<WithPupils>[]): readonly Person[] {
  return classes.flatMap(({ shown }) => shown.pupils);
}

/** The classes of which a pupil is chosen; as long as nobody is, the first one. */
export function classesOfChosen<S extends WithPupils>(
  classes: readonly AskedClass<S>[],
  chosen: readonly Person['id'][],
): readonly (AskedClass<S> & { readonly chosen: readonly Person['id'][] })[] {
  const all = classes.map((one) => ({
    ...one,
    chosen: chosen.filter((id) => one.shown.pupils.some((pupil) => pupil.id === id)),
  }));
  return chosen.length === 0 ? all.slice(0, 1) : all.filter((one) => one.chosen.length > 0);
}
