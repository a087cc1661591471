/**
 * Those of a class who do not attend religion and are taught in that hour stand beside it as groups of their own (D94, D204): two teachers
 * sign two lessons. Who attends is taught in the lesson of the class, which is theirs by its subject.
 */
export const RELIGION_GROUPS = ['alternative', 'assistedStudy'] as const;

/** A group of the religion hour. */
export type ReligionGroup = (typeof RELIGION_GROUPS)[number];

/** Whether a group is one of the religion hour, and none that the class is split into. */
export function isReligionGroup(group: string | undefined): group is ReligionGroup {
  return RELIGION_GROUPS.some((one) => one === group);
}
