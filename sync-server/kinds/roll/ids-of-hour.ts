import { lessonId, type Lesson } from '../../../domain/kinds/lesson/record.ts';
import { RELIGION_GROUPS } from '../../../domain/school/who/religion-groups.ts';
import type { SchoolView } from '../../../domain/school/school-view.ts';

/** The keys under which lessons of an hour of a class may stand: of all of it, and of each group into which it is parted (D204). */
export function lessonIdsOfHour(
  { groupsOf }: Pick<SchoolView, 'groupsOf'>,
  { day, hour, class: schoolClass }: Pick<Lesson, 'day' | 'hour' | 'class'>,
): readonly string[] {
  const groups = [undefined, ...groupsOf(schoolClass).map(({ code }) => code), ...RELIGION_GROUPS];
  return groups.map((group) => lessonId(day, hour, schoolClass, group));
}
