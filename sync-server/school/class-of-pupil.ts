import type { LocalDate, PersonId } from '../../domain/base/ids.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import type { Enrolment } from '../../domain/kinds/enrolment/record.ts';
import type { SchoolLevel } from '../../domain/kinds/school/record.ts';
import { enrolmentToday } from '../../domain/school/class-of-pupil.ts';
import { turnOfYear, type LevelTurn } from '../../domain/school/new-year.ts';
import type { SchoolSnapshot } from './school-snapshots.ts';

type Source = Pick<SchoolSnapshot, 'enrolmentsOf' | 'classes' | 'people'>;
type Turn = ReadonlyMap<SchoolLevel, LevelTurn<Enrolment>>;

/** A snapshot never changes: what it says of a year is worked out once, and gone with it. */
const turns = new WeakMap<SchoolSnapshot['enrolmentsOf'], Map<number, Turn>>();

/** The class of a pupil today, or the one that begins next (S4, D6): what page, letters, header and student access follow. */
export function classOfPupil(snapshot: Source, pupil: PersonId, today: LocalDate): SchoolClass | undefined {
  const enrolment = enrolmentToday(snapshot.enrolmentsOf.get(pupil) ?? [], today, (startYear, last) => {
    const level = snapshot.classes.get(last)?.level;
    return level !== undefined && turnOf(snapshot, startYear).get(level)?.isListed === true;
  });
  return enrolment && snapshot.classes.get(enrolment.class);
}

function turnOf(snapshot: Source, startYear: number): Turn {
  const known = turns.get(snapshot.enrolmentsOf) ?? new Map<number, Turn>();
  turns.set(snapshot.enrolmentsOf, known);
  const turn =
    known.get(startYear) ??
    turnOfYear({
      enrolments: [...snapshot.enrolmentsOf.values()].flat(),
      startYear,
      levelOf: (id) => snapshot.classes.get(id)?.level,
      leftOn: (id) => snapshot.people.get(id)?.leftOn,
    });
  known.set(startYear, turn);
  return turn;
}
