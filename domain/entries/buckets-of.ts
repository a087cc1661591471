import type { Actor } from '../access/actor.ts';
import {
  classBucket,
  FAMILIES_BUCKET,
  familiesBucket,
  OFFICE_BUCKET,
  pupilBucket,
  readScope,
  SCHOOL_BUCKET,
  staffBucket,
  type Bucket,
} from '../access/bucket.ts';
import { assertNever } from '../base/assert.ts';
import type { RegisterRecord } from '../kinds/collections.ts';

/**
 * Number of the way in which {@link bucketsOf} groups records; raised whenever the same record may come out in other buckets.
 *
 * The server keeps the buckets that it has computed: under another number it computes them all anew when it starts, and a device that
 * has read under another number reads everything again. A test holds the number and a digest of the groups of sample records together.
 */
export const BUCKET_LAYOUT = 2;

/** Where a checkpoint says under which {@link BUCKET_LAYOUT} the device has read; one without it was read under the first. */
export const LAYOUT_MARK = '#layout' as Bucket;

/**
 * The buckets a record is in: a pure function of the record, so that server and device agree.
 *
 * A pupil is in the bucket of every class of the pupil's year and in its own; what the school's families may read too is in theirs.
 */
export function bucketsOf(record: RegisterRecord): readonly Bucket[] {
  switch (record.kind) {
    case 'school':
    case 'schoolYear':
    case 'class':
    case 'subject':
    case 'bellScheme':
      return [SCHOOL_BUCKET, FAMILIES_BUCKET];
    case 'timetableEntry':
      return [SCHOOL_BUCKET, familiesBucket(record.class)];
    case 'assignment':
      return [SCHOOL_BUCKET];
    case 'person':
      if (record.type === 'staff') return [SCHOOL_BUCKET, FAMILIES_BUCKET];
      if (record.type === 'guardian') return [OFFICE_BUCKET];
      return [
        ...(record.classes.length > 0 ? record.classes.map(classBucket) : [OFFICE_BUCKET]),
        pupilBucket(record.id),
      ];
    case 'personalData':
      return [OFFICE_BUCKET];
    case 'enrolment':
      return [classBucket(record.class), pupilBucket(record.pupil)];
    case 'lesson':
      return [classBucket(record.class)];
    case 'attendanceDay':
      return [record.class, ...(record.otherClasses ?? [])].map(classBucket);
    case 'conflictNotice':
      return [staffBucket(record.addressee)];
    default:
      return assertNever(record);
  }
}

/** Whether an actor may read a record. */
export function mayRead(actor: Actor, record: RegisterRecord): boolean {
  const scope = new Set(readScope(actor));
  return record.school === actor.school && bucketsOf(record).some((bucket) => scope.has(bucket));
}
