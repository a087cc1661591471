import type { ClassId, LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import type { RecordOfKind } from '../../../../domain/kinds/registry.ts';
import { isCancelled } from '../../../../domain/school/who/cancelled.ts';
import { holdsOn } from '../../../../domain/school/validity.ts';
import { compareByName, listName } from '../../../../domain/kinds/person/record.ts';
import type { Words } from '../papers/paper-section.ts';
import type { ChoiceKind } from './choices.ts';

/** A pupil of a class, and what holds of them. */
export interface ChoiceRow {
  readonly id: PersonId;
  readonly name: string;
  readonly birthDate: LocalDate | undefined;
  /** What holds today; undefined where nothing is known. */
  readonly now: RecordOfKind<ChoiceKind> | undefined;
  /** What begins later. */
  readonly coming: RecordOfKind<ChoiceKind> | undefined;
}

/** The pupils of a class on a day, each with what holds of them then and what comes. */
export function choiceRows(
  schoolClass: ClassId,
  papers: readonly RecordOfKind<ChoiceKind>[],
  { who: { facts }, today }: Pick<Words, 'who' | 'today'>,
): readonly ChoiceRow[] {
  const standing = papers.filter((one) => one.class === schoolClass && !isCancelled(one));
  const lastFirst = standing.toSorted((a, b) => b.from.localeCompare(a.from));
  return facts
    .enrolmentsOf(schoolClass)
    .filter(({ from, to }) => (to === undefined || to >= today) && from <= (to ?? from))
    .flatMap(({ pupil }) => facts.person(pupil) ?? [])
    .toSorted(compareByName)
    .map((person) => {
      const own = lastFirst.filter(({ pupil }) => pupil === person.id);
      return {
        id: person.id,
        name: listName(person),
        birthDate: person.birthDate,
        now: own.find((one) => holdsOn(one, today)),
        coming: own.find(({ from }) => from > today),
      };
    });
}
