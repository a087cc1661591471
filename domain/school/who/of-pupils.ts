import { groupBy } from '../../base/group-by.ts';
import type { ClassId, LocalDate, PersonId } from '../../base/ids.ts';
import type { Delegate } from '../../kinds/delegate/record.ts';
import type { Derogation } from '../../kinds/derogation/record.ts';
import type { GroupMembership } from '../../kinds/group-membership/record.ts';
import type { Group } from '../../kinds/group/record.ts';
import type { Guardianship, GuardianRights } from '../../kinds/guardianship/record.ts';
import type { HoursElsewhere } from '../../kinds/hours-elsewhere/record.ts';
import type { ReligionChoice } from '../../kinds/religion-choice/record.ts';
import { startYearOf } from '../calendar.ts';
import { holdsOn } from '../validity.ts';

/** What a school has written down of its pupils beside their classes; whoever may not read some of it gets those that they have. */
export interface OfPupils {
  /** The groups of a split class; none for one that is not split. */
  groupsOf(schoolClass: ClassId): readonly Group[];
  /** The code of the group in which a pupil is on a day, in a class. */
  groupOn(pupil: PersonId, schoolClass: ClassId, day: LocalDate): string | undefined;
  /** The name of the group in which a pupil is on a day, in a class; its code, where nobody has named it. */
  groupNameOn(pupil: PersonId, schoolClass: ClassId, day: LocalDate): string | undefined;
  /** What a pupil does on a day in the hour of religion of a class; undefined where nothing is known. */
  religionChoiceOn(
    pupil: PersonId,
    schoolClass: ClassId,
    day: LocalDate,
  ): ReligionChoice['choice'] | undefined;
  /**
   * Whether choices for the religion hour of a class are known here. Then a pupil without one has none on record; else nothing is known of
   * anybody, because the office has written none yet or because whoever asks may not read them (D94, D204).
   */
  hasReligionChoices(schoolClass: ClassId): boolean;
  /** The groups in which a pupil was in the year, in any class, what began last first. */
  groupsOfPupil(pupil: PersonId): readonly GroupMembership[];
  /** The choices of a pupil for the religion hour, what began last first. */
  religionChoicesOf(pupil: PersonId): readonly ReligionChoice[];
  /** The derogations of a pupil in the school year that begins in a calendar year. */
  derogationsOf(pupil: PersonId, startYear: number): readonly Derogation[];
  /** The hours that others have declared of a pupil in the school year that begins in a calendar year (D97), by their days. */
  hoursElsewhereOf(pupil: PersonId, startYear: number): readonly HoursElsewhere[];
  /** Who may collect a pupil on a day beside the parents (D91). */
  delegatesOn(pupil: PersonId, day: LocalDate): readonly Delegate[];
  /** Whether a pupil has been given the rights of a guardian over themselves on a day: they count from the eighteenth birthday (D87). */
  hasOwnRights(pupil: PersonId, day: LocalDate): boolean;
  /** What a guardian may do for a child on a day: everything, where nobody has written anything else (D233). */
  guardianRights(guardian: PersonId, pupil: PersonId, day: LocalDate): GuardianRights;
}

/** Indexes what is written down of pupils. */
export function createOfPupils(records: {
  readonly group: readonly Group[];
  readonly groupMembership: readonly GroupMembership[];
  readonly religionChoice: readonly ReligionChoice[];
  readonly derogation: readonly Derogation[];
  readonly hoursElsewhere: readonly HoursElsewhere[];
  readonly guardianship: readonly Guardianship[];
  readonly delegate: readonly Delegate[];
}): OfPupils {
  const groups = groupBy(
    records.group.filter(({ cancelled }) => cancelled !== true),
    (one) => one.class,
  );
  const memberships = groupBy(records.groupMembership, ({ pupil }) => pupil);
  const choices = groupBy(records.religionChoice, ({ pupil }) => pupil);
  const choosing = new Set(records.religionChoice.map((one) => one.class));
  const derogations = groupBy(
    records.derogation.filter(({ cancelled }) => cancelled !== true),
    ({ pupil }) => pupil,
  );
  const hoursElsewhere = groupBy(
    records.hoursElsewhere.filter(({ cancelled }) => cancelled !== true),
    ({ pupil }) => pupil,
  );
  const delegates = groupBy(records.delegate, ({ pupil }) => pupil);
  const guardianships = groupBy(records.guardianship, ({ guardian }) => guardian);
  const rightsOf = (guardian: PersonId, pupil: PersonId, day: LocalDate) =>
    standingOn(
      (guardianships.get(guardian) ?? []).filter((one) => one.pupil === pupil),
      day,
    )?.rights;
  const groupOn: OfPupils['groupOn'] = (pupil, schoolClass, day) =>
    standingOn(
      (memberships.get(pupil) ?? []).filter((one) => one.class === schoolClass),
      day,
    )?.group;
  return {
    groupsOf: (schoolClass) => groups.get(schoolClass) ?? [],
    groupOn,
    groupNameOn(pupil, schoolClass, day) {
      const group = groupOn(pupil, schoolClass, day);
      return groups.get(schoolClass)?.find(({ code }) => code === group)?.name ?? group;
    },
    religionChoiceOn: (pupil, schoolClass, day) =>
      standingOn(
        (choices.get(pupil) ?? []).filter((one) => one.class === schoolClass),
        day,
      )?.choice,
    hasReligionChoices: (schoolClass) => choosing.has(schoolClass),
    groupsOfPupil: (pupil) => lastFirst(memberships.get(pupil) ?? []),
    religionChoicesOf: (pupil) => lastFirst(choices.get(pupil) ?? []),
    derogationsOf: (pupil, startYear) =>
      (derogations.get(pupil) ?? []).filter((one) => one.startYear === startYear),
    hoursElsewhereOf: (pupil, startYear) =>
      (hoursElsewhere.get(pupil) ?? [])
        .filter(({ from }) => startYearOf(from) === startYear)
        .toSorted((a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id)),
    delegatesOn: (pupil, day) => (delegates.get(pupil) ?? []).filter((one) => holdsOn(one, day)),
    hasOwnRights: (pupil, day) => rightsOf(pupil, pupil, day) === 'full',
    guardianRights: (guardian, pupil, day) => rightsOf(guardian, pupil, day) ?? 'full',
  };
}

interface Standing {
  readonly id: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** Of what holds on a day, what began last: a newer word stands over one that nobody has ended (D204). */
export function standingOn<R extends Standing>(some: readonly R[], day: LocalDate): R | undefined {
  return lastFirst(some.filter((one) => holdsOn(one, day)))[0];
}

function lastFirst<R extends Standing>(some: readonly R[]): readonly R[] {
  return some.toSorted((a, b) => b.from.localeCompare(a.from) || a.id.localeCompare(b.id));
}
