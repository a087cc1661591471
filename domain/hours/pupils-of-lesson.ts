import type { ClassId, LocalDate, PersonId, SubjectId } from '../base/ids.ts';
import { isReligionGroup, type ReligionGroup } from '../school/who/religion-groups.ts';
import type { SchoolView } from '../school/school-view.ts';
import type { Audience, ReligionPart, ReligionSubjects } from './held-lessons.ts';

/** For which pupils an hour is that is not signed yet, by its group and by what the timetable foresees (D94). */
export function foreseenAudience(
  group: string | undefined,
  subject: SubjectId | undefined,
  religion: ReligionSubjects,
): Audience {
  if (isReligionGroup(group)) return { kind: 'religion', part: group };
  if (group !== undefined) return { kind: 'group', group };
  const isReligion = subject !== undefined && religion.attending.includes(subject);
  return isReligion ? { kind: 'religion', part: 'attending' } : { kind: 'whole' };
}

/** The group of the religion hour in which a subject is taught; undefined of religion itself, and of all others. */
export function religionGroupOf(subject: SubjectId, religion: ReligionSubjects): ReligionGroup | undefined {
  if (religion.attending.includes(subject)) return undefined;
  return (['alternative', 'assistedStudy'] as const).find((part) => religion[part].includes(subject));
}

/**
 * Whose lesson it is, of the pupils of a class on a day (D94, D204). Whoever may not read who is in which group, or who chose what, is
 * not told by an empty roll: they see the whole class, as a substitute does.
 */
export function pupilsOfLesson(
  view: Pick<SchoolView, 'groupOn' | 'religionChoiceOn'>,
  { class: schoolClass, day }: { readonly class: ClassId; readonly day: LocalDate },
  audience: Audience,
  pupils: readonly PersonId[],
): readonly PersonId[] {
  if (audience.kind === 'whole') return pupils;
  const partOf = (pupil: PersonId): string | undefined =>
    audience.kind === 'group'
      ? view.groupOn(pupil, schoolClass, day)
      : view.religionChoiceOn(pupil, schoolClass, day);
  const parts = new Map(pupils.map((pupil) => [pupil, partOf(pupil)]));
  if ([...parts.values()].every((part) => part === undefined)) return pupils;
  const wanted = audience.kind === 'group' ? audience.group : audience.part;
  return pupils.filter((pupil) => (parts.get(pupil) ?? unsaid(audience)) === wanted);
}

/**
 * Whoever has no choice on record stands on the roll of the lesson of the class: somebody has to answer for them, and the roll says that the
 * choice is missing. That they attend religion it does not say: their hours of it do not count (`lessons-of-pupil.ts`).
 */
function unsaid({ kind }: Audience): ReligionPart | undefined {
  return kind === 'religion' ? 'attending' : undefined;
}
