import {
  columnsBucket,
  courseBucket,
  gradesBucket,
  religionGradesBucket,
  supportedBucket,
  type Bucket,
} from '../access/bucket.ts';
import type { ClassId, PersonId, SubjectId } from '../base/ids.ts';
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

/** A column: read as what is assessed, and, without its comment and the reasons in it, by whoever supports a pupil of the class. */
export function bucketsOfColumn(record: Assessed): readonly Bucket[] {
  const buckets = bucketsOfAssessed(record);
  return record.scale === 'religion' ? buckets : [...buckets, columnsBucket(record.class)];
}

/** What a pupil was given: read as what is assessed, and by whoever supports that pupil (F.5). */
export function bucketsOfMark(record: Assessed & { readonly pupil: PersonId }): readonly Bucket[] {
  const buckets = bucketsOfAssessed(record);
  return record.scale === 'religion' ? buckets : [...buckets, supportedBucket(record.class, record.pupil)];
}
