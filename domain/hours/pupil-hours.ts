import type { ClassId, LocalDate, PersonId } from '../base/ids.ts';
import type { HoursElsewhere } from '../kinds/hours-elsewhere/record.ts';
import type { HoursOfLeftClass } from '../kinds/hours-of-left-class/record.ts';
import type { ReligionChoiceName } from '../kinds/religion-choice/record.ts';
import { DEFAULT_POLICIES, DEFAULT_ROUNDING } from '../kinds/school/record.ts';
import { startYearOf } from '../school/calendar.ts';
import type { SchoolView } from '../school/school-view.ts';
import { holdsOn } from '../school/validity.ts';
import {
  annualHalfUnits,
  hasLimit,
  isOverLimit,
  projected,
  warningLevel,
  weeklyHalfUnits,
  type Projection,
  type WarningLevel,
} from './annual-hours.ts';
import { countedHours, type CountedHours } from './counted-hours.ts';
import { declaredHours } from './declared-hours.ts';
import type { AbsenceHours } from './hours-of-absence.ts';
import { besideLeftClasses, withLeftClasses } from './left-class-hours.ts';
import { recordedHours, type Recorded, type RecordedHours } from './recorded-hours.ts';
import { weeklyHours } from './weekly-hours.ts';

/** What is known of a school year, as far as whoever asks has it; other years in it are left out. */
export interface HoursRecords extends Recorded {
  /** What the server has counted in classes that pupils have left, of those classes whose register whoever asks has not (D97). */
  readonly left?: readonly HoursOfLeftClass[];
}

/** How a pupil stands to the limit of the year. */
export interface AgainstLimit {
  readonly annualHalfUnits: number;
  readonly isOver: boolean;
  readonly warning?: WarningLevel;
  /** At the present pace, of what counts. */
  readonly projection?: Projection;
}

/** A pupil's hours of absence in a school year, and what they come to. */
export interface PupilHours {
  readonly hours: AbsenceHours;
  /** What is held against the limit, derogations that whoever asks reads set aside. */
  readonly counted: CountedHours;
  /** What other schools, hospitals and hosts have declared of the year: each is a line of what is counted (D97, D246). */
  readonly declared: readonly HoursElsewhere[];
  /** Absent in primary school, and where no timetable says the pupil's weekly hours. */
  readonly limit?: AgainstLimit;
  /** What the pupil chose for the religion hour; absent where whoever asks does not know it: then religion counts. */
  readonly choice?: ReligionChoiceName;
  /** The choices of the class are known, and the pupil has none on record: no hour of religion counts, in absence or in the year. */
  readonly isChoiceMissing?: true;
}

/** The hours of absence of some pupils in the school year of a day, from a school and what was recorded in it. */
export function pupilHours(
  view: SchoolView,
  { left = [], ...records }: HoursRecords,
  { pupils, day: today }: { readonly pupils: Iterable<PersonId>; readonly day: LocalDate },
): ReadonlyMap<PersonId, PupilHours> {
  const recorded = recordedHours(view, records, today);
  const rounding = recorded.policies.absenceRounding ?? DEFAULT_ROUNDING;
  const leftOfYear = left.filter(({ day }) => startYearOf(day) === startYearOf(today));
  const asked = { view, today, recorded };
  return new Map(
    [...pupils].map((pupil) => {
      const ofPupil = leftOfYear.filter((one) => one.pupil === pupil);
      const meant = besideLeftClasses(view.enrolmentsOf.get(pupil) ?? [], ofPupil);
      const hours = withLeftClasses(recorded.hoursOf(pupil, meant), ofPupil, rounding);
      return [pupil, totalsOf(asked, pupil, hours)];
    }),
  );
}

/** What the totals of each pupil are asked of. */
interface Asked {
  readonly view: SchoolView;
  readonly today: LocalDate;
  readonly recorded: Pick<RecordedHours, 'religion' | 'bellHours'>;
}

function totalsOf(asked: Asked, pupil: PersonId, hours: AbsenceHours): PupilHours {
  const { view, today } = asked;
  const { official } = hours;
  const now = (view.enrolmentsOf.get(pupil) ?? []).find((one) => holdsOn(one, today))?.class;
  const thisClass = official.terms
    .filter((term) => now === undefined || term.class === now)
    .reduce((sum, term) => sum + term.absentHalfUnits, 0);
  const declared = view.hoursElsewhereOf(pupil, startYearOf(today)).filter(({ from }) => from <= today);
  const { otherSchool, activities, heldHalfUnits } = declaredHours(declared);
  const otherClasses = official.absentHalfUnits - thisClass;
  const counted = countedHours(
    { thisClass, otherClasses, otherSchool, activities },
    view.derogationsOf(pupil, startYearOf(today)),
    official.terms,
  );
  const choice = now && view.religionChoiceOn(pupil, now, today);
  const limit =
    now && limitOf(asked, pupil, { class: now, counted, held: official.heldHalfUnits + heldHalfUnits });
  const isChoiceMissing = now !== undefined && choice === undefined && view.hasReligionChoices(now);
  return {
    hours,
    counted,
    declared,
    ...(limit ? { limit } : {}),
    ...(choice ? { choice } : {}),
    ...(isChoiceMissing ? { isChoiceMissing } : {}),
  };
}

function limitOf(
  { view, today, recorded }: Asked,
  pupil: PersonId,
  of: { readonly class: ClassId; readonly counted: CountedHours; readonly held: number },
): AgainstLimit | undefined {
  const schoolClass = view.classes.get(of.class);
  if (!schoolClass || !hasLimit(schoolClass.level)) return undefined;
  const year = view.years.get(startYearOf(today)) ?? { lessonsFrom: today, lessonsTo: today };
  // Before the first lesson and after the last one the pupil's group and choice are those of that lesson.
  const inYear =
    today < year.lessonsFrom ? year.lessonsFrom : today > year.lessonsTo ? year.lessonsTo : today;
  const week = weeklyHours(
    { view, year, religion: recorded.religion, bellHours: recorded.bellHours },
    pupil,
    of.class,
    inYear,
  );
  if (!week) return undefined;
  const policies = view.school?.policies ?? DEFAULT_POLICIES;
  const choice =
    view.religionChoiceOn(pupil, of.class, inYear) ??
    (view.hasReligionChoices(of.class) ? undefined : 'attending');
  const annual = annualHalfUnits(weeklyHalfUnits(week, choice, policies));
  const { countedHalfUnits } = of.counted;
  const warning = warningLevel(countedHalfUnits, annual);
  const projection = projected(countedHalfUnits, of.held, annual);
  return {
    annualHalfUnits: annual,
    isOver: isOverLimit(countedHalfUnits, annual),
    ...(warning === undefined ? {} : { warning }),
    ...(projection ? { projection } : {}),
  };
}
