import type { ClassId, LocalDate, PersonId } from '../../base/ids.ts';
import { isReligionGroup } from '../../school/who/religion-groups.ts';
import type { Lesson } from './record.ts';
import { isSignedBy } from './signature-of.ts';

/** An hour of a class, and the group that has it; without one it is the whole class. */
export interface LessonHourOf {
  readonly day: LocalDate;
  readonly hour: number;
  readonly class: ClassId;
  readonly group?: string | undefined;
}

/**
 * Of the lessons of an hour of a class, which may be several where the class is parted, that of a teacher (D204): what they have signed,
 * else what they have begun to write, else that of the group which the timetable gives them.
 */
export function lessonOfHour(
  lessons: readonly Lesson[],
  { day, hour, class: schoolClass, group }: LessonHourOf,
  teacher: PersonId,
): Lesson | undefined {
  const ofHour = lessons.filter((one) => one.day === day && one.hour === hour && one.class === schoolClass);
  return (
    ofHour.find((one) => isSignedBy(one, teacher)) ??
    ofHour.find((one) => one.author === teacher && isBegun(one)) ??
    ofHour.find((one) => one.group === group)
  );
}

/** Words that nobody has signed. */
function isBegun({ signatures, topic, activity }: Lesson): boolean {
  return signatures.length === 0 && (topic !== '' || activity !== '');
}

/** A part of a class in an hour: its group, and who is to teach it. */
export interface PartOfHour {
  readonly group?: string | undefined;
  readonly teachers: readonly PersonId[];
}

/**
 * Of the lessons of an hour of a class those that are the lesson of one of its parts (D204): that of its group, that of the whole class, which
 * religion has only for those who attend it, and that of whoever was to teach the part, for whichever pupils.
 */
export function lessonsOfPart(ofHour: readonly Lesson[], { group, teachers }: PartOfHour): readonly Lesson[] {
  return ofHour.filter(
    (one) =>
      one.group === group ||
      (one.group === undefined && !isReligionGroup(group)) ||
      teachers.some((teacher) => isSignedBy(one, teacher)),
  );
}
