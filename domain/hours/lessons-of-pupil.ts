import type { ClassId, LocalDate } from '../base/ids.ts';
import type { Enrolment } from '../kinds/enrolment/record.ts';
import type { ReligionChoiceName } from '../kinds/religion-choice/record.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';
import { enrolmentInHour, enrolmentsAround } from '../school/class-membership.ts';
import { holdsOn } from '../school/validity.ts';
import type { HeldLesson, ReligionPart } from './held-lessons.ts';

interface Span {
  readonly from: LocalDate;
  /** Last day; absent while it lasts. */
  readonly to?: LocalDate;
}

/** A pupil's place in one group of a split class. */
export interface GroupSpan extends Span {
  readonly class: ClassId;
  readonly group: string;
}

/** A pupil's choice for the religion hour of a class. */
export interface ReligionSpan extends Span {
  readonly class: ClassId;
  readonly choice: ReligionChoiceName;
}

/** What decides which lessons are a pupil's; of spans that hold together the first counts. */
export interface PupilPlaces {
  readonly enrolments: readonly Enrolment[];
  readonly groups: readonly GroupSpan[];
  readonly religion: readonly ReligionSpan[];
  /** Classes whose choices are known: of a pupil without one there nothing says that they attend. */
  readonly choosing?: (schoolClass: ClassId) => boolean;
}

/** Whether the school counts study under a teacher in the religion hour. */
export type ReligionPolicy = Pick<SchoolPolicies, 'assistedStudyCounts'>;

/** Which lessons of a day are a pupil's. */
export type IsOwnLesson = (lesson: HeldLesson) => boolean;

/**
 * Which lessons of a day count for a pupil (D94): those of the whole class, of the pupil's own group, and of what the pupil chose for the
 * religion hour. Where the choices of a class are known, nobody attends religion of whom none is on record: whoever has not chosen is not
 * bound to be there, and an absence would count against them on a guess. Where none are known religion counts for everybody.
 */
export function ownLessonsOn(places: PupilPlaces, day: LocalDate, policy: ReligionPolicy): IsOwnLesson {
  const { enrolments, groups, religion, choosing } = places;
  const classIn = classOn(enrolments, day);
  const holding = groups.filter((span) => holdsOn(span, day));
  const choices = religion.filter((span) => holdsOn(span, day));
  return ({ class: schoolClass, bell, audience }) => {
    // Each hour is of one class, also on the day on which the pupil goes over into another one (D97).
    if (classIn(bell) !== schoolClass) return false;
    switch (audience.kind) {
      case 'whole':
        return true;
      case 'group':
        return holding.find((span) => span.class === schoolClass)?.group === audience.group;
      case 'religion':
        return audience.part === partOf(choiceIn(choices, schoolClass, choosing), policy);
    }
  };
}

/** In which class a pupil is in the hours of a day: on nearly all days one class, found once, has all of them. */
function classOn(
  enrolments: readonly Enrolment[],
  day: LocalDate,
): (bell: HeldLesson['bell']) => ClassId | undefined {
  const around = enrolmentsAround(enrolments, day);
  const [one] = around;
  if (!one || (around.length === 1 && holdsOn(one, day))) return () => one?.class;
  return (bell) => enrolmentInHour(around, day, bell)?.class;
}

function choiceIn(
  choices: readonly ReligionSpan[],
  schoolClass: ClassId,
  choosing: PupilPlaces['choosing'],
): ReligionChoiceName | undefined {
  const choice = choices.find((span) => span.class === schoolClass)?.choice;
  return choice ?? (choosing?.(schoolClass) ? undefined : 'attending');
}

/** Which lesson of the religion hour is a pupil's; undefined where none is, and where the choice is missing. */
export function partOf(
  choice: ReligionChoiceName | undefined,
  policy: ReligionPolicy,
): ReligionPart | undefined {
  if (choice === 'attending' || choice === 'alternative') return choice;
  return choice === 'assistedStudy' && policy.assistedStudyCounts === true ? choice : undefined;
}
