import { courseBucket, gradesBucket, religionGradesBucket, type Bucket } from '../access/bucket.ts';
import type { ClassId, SubjectId } from '../base/ids.ts';
import type { GradeScale } from '../grades/scales.ts';

/** A record of what is assessed in one subject of a class. */
export interface Assessed {
  readonly class: ClassId;
  readonly subject: SubjectId;
  readonly scale: GradeScale;
}

/**
 * Whoever teaches the subject in the class reads it, and whoever reads all grades of the class. Of the hour of religion those alone who know the choices
 * as well: a grade in it tells who attends (D27).
 */
export function bucketsOfAssessed({ class: schoolClass, subject, scale }: Assessed): readonly Bucket[] {
  const ofClass = scale === 'religion' ? religionGradesBucket(schoolClass) : gradesBucket(schoolClass);
  return [courseBucket(schoolClass, subject), ofClass];
}
