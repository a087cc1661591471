import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { groupMembershipId, type GroupMembership } from '../../../domain/kinds/group-membership/record.ts';
import { groupId, type Group } from '../../../domain/kinds/group/record.ts';
import { dividedClasses, SECOND_LANGUAGES } from '../plan/second-languages.ts';
import type { Random } from '../random.ts';
import type { Stamp } from '../stamp.ts';
import type { EnrolledPupil } from '../records/pupil-records.ts';

/** The groups of classes that are divided for the second language, with their pupils; the first class is never divided. */
export function groupRecords(
  classes: readonly SchoolClass[],
  pupils: readonly EnrolledPupil[],
  showcase: SchoolClass['id'] | undefined,
  { stamp, random }: { readonly stamp: Stamp; readonly random: Random },
): readonly (Group | GroupMembership)[] {
  const divided = dividedClasses(
    classes,
    classes.find(({ id }) => id === showcase),
  );
  const dividedIds = new Set(divided.map(({ id }) => id));
  const memberships = pupils.flatMap(({ id: pupil, enrolments }) => {
    const { code } = random.pick(SECOND_LANGUAGES);
    return enrolments
      .filter((one) => dividedIds.has(one.class))
      .map(({ class: schoolClass, from, to }): GroupMembership => ({
        ...stamp.office(),
        id: groupMembershipId(pupil, schoolClass, code, from),
        kind: 'groupMembership',
        pupil,
        class: schoolClass,
        group: code,
        from,
        ...(to === undefined ? {} : { to }),
      }));
  });
  const groups = divided.flatMap(({ id }) =>
    SECOND_LANGUAGES.map(({ code, name }): Group => ({
      ...stamp.office(),
      id: groupId(id, code),
      kind: 'group',
      class: id,
      code,
      name,
    })),
  );
  return [...groups, ...memberships];
}
