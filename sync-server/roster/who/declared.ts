import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { Draft } from '../draft/draft.ts';
import type { Enrolments } from '../draft/enrol.ts';
import type { People } from '../draft/people.ts';

/** What a cell says of hours: their half units, nothing, or what is no number of hours. */
export type HoursCell =
  { readonly kind: 'hours'; readonly halfUnits: number } | { readonly kind: 'blank' | 'unknown' };

/** Hours that other schools have declared of the pupils of a draft (D97). */
export interface Declared {
  /** Records what was missed at the school from which a pupil came in the school year of these first lessons. */
  readonly declare: (pupil: PersonId, halfUnits: number, lessonsFrom: LocalDate) => void;
}

/** More hours than a year of lessons has. */
const MOST_HOURS = 2000;

/** Reads a number of hours, in halves at the finest: "12", "12,5", "12 ore". */
export function readHours(text: string): HoursCell {
  const plain = text.replace(/\s*(?:ore|h)\.?$/i, '').trim();
  if (plain === '') return { kind: text.trim() === '' ? 'blank' : 'unknown' };
  if (!/^\d{1,4}(?:[.,]\d{1,2})?$/.test(plain)) return { kind: 'unknown' };
  const halfUnits = Number(plain.replace(',', '.')) * 2;
  return Number.isInteger(halfUnits) && halfUnits <= MOST_HOURS * 2
    ? { kind: 'hours', halfUnits }
    : { kind: 'unknown' };
}

/** Opens what others have declared in a draft. */
export function createDeclared(draft: Draft, people: People, enrolments: Enrolments): Declared {
  return {
    declare(pupil, halfUnits, lessonsFrom) {
      const id = `${pupil}.${lessonsFrom}.otherSchool`;
      const known = draft.get('hoursElsewhere', id);
      // A list that says nothing new leaves alone what the office has put right, and no hours are not recorded.
      if (known ? known.absentHalfUnits === halfUnits : halfUnits === 0) return;
      const person = draft.get('person', pupil);
      if (person) people.putPerson(person);
      const { from, to } = daysBefore(enrolments, pupil, { lessonsFrom, today: draft.today });
      draft.put(
        {
          ...(known ?? {
            id,
            kind: 'hoursElsewhere',
            pupil,
            classes: [],
            source: 'otherSchool',
            place: 'Scuola di provenienza',
            from,
            to,
            document: `Elenco importato il ${draft.today}`,
          }),
          absentHalfUnits: halfUnits,
        },
        'pupils',
        `person/${pupil}`,
      );
    },
  };
}

/** From the first lesson to the day before the pupil came; before the list, of one who is said to have been here from the beginning. */
function daysBefore(
  enrolments: Enrolments,
  pupil: PersonId,
  { lessonsFrom, today }: { readonly lessonsFrom: LocalDate; readonly today: LocalDate },
): { readonly from: LocalDate; readonly to: LocalDate } {
  const came = enrolments
    .ofPupil(pupil)
    .map(({ from }) => from)
    .filter((from) => from > lessonsFrom)
    .toSorted()[0];
  const to = addDays(came ?? today, -1);
  return { from: lessonsFrom, to: to < lessonsFrom ? lessonsFrom : to };
}
