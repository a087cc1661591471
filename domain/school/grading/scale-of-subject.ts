import type { ClassId } from '../../base/ids.ts';
import { scaleOf, type GradeScale } from '../../grades/scales.ts';
import type { SchoolClass } from '../../kinds/class/record.ts';
import { religionHourPart, type Subject } from '../../kinds/subject/record.ts';

/** A school, as far as its scales ask for it. */
interface ScaledSchool {
  readonly classes: ReadonlyMap<ClassId, Pick<SchoolClass, 'level'>>;
  readonly subjects: ReadonlyMap<string, Pick<Subject, 'special'>>;
}

/**
 * In which scale a subject is assessed in a class (D25–D27): words in primary classes, and for whatever is taught in the hour of religion anywhere; tenths
 * elsewhere. Undefined for a class that is not known.
 */
export function scaleOfSubject(
  { classes, subjects }: ScaledSchool,
  schoolClass: ClassId,
  subject: string,
): GradeScale | undefined {
  const level = classes.get(schoolClass)?.level;
  if (level === undefined) return undefined;
  const isOfReligionHour = religionHourPart(subjects.get(subject)) !== undefined;
  return scaleOf({ isPrimary: level === 'primary', isReligion: isOfReligionHour });
}
