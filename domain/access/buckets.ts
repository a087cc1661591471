import { assertNever } from '../base/assert.ts';
import type { ClassId, PersonId } from '../base/ids.ts';
import type { Branded } from '../base/schema.ts';
import type { RegisterRecord } from '../records/collections.ts';
import { seesWholeSchool, type Actor } from './actor.ts';

/** A group of records with the same readers: `school`, `office`, `class:<id>` or `staff:<id>`. */
export type Bucket = Branded<'Bucket'>;

/** What all staff of a school may read: settings, timetable, classes, subjects, colleagues' names. */
export const SCHOOL_BUCKET = 'school' as Bucket;
/** What only office and principal may read: personal data, guardians. */
export const OFFICE_BUCKET = 'office' as Bucket;

/** What the teachers of a class may read: its pupils, lessons, attendance. */
export function classBucket(schoolClass: ClassId): Bucket {
  return `class:${schoolClass}` as Bucket;
}

/** What one member of staff alone may read. */
export function staffBucket(person: PersonId): Bucket {
  return `staff:${person}` as Bucket;
}

/**
 * The buckets a record is in: a pure function of the record, so that server and device agree.
 *
 * A pupil is in the bucket of every class of the pupil's year; everything else is in exactly one.
 */
export function bucketsOf(record: RegisterRecord): readonly Bucket[] {
  switch (record.kind) {
    case 'school':
    case 'schoolYear':
    case 'class':
    case 'subject':
    case 'assignment':
    case 'bellScheme':
    case 'timetableEntry':
      return [SCHOOL_BUCKET];
    case 'person':
      if (record.type === 'staff') return [SCHOOL_BUCKET];
      if (record.type === 'pupil' && record.classes.length > 0) return record.classes.map(classBucket);
      return [OFFICE_BUCKET];
    case 'personalData':
      return [OFFICE_BUCKET];
    case 'enrolment':
    case 'lesson':
    case 'attendanceDay':
      return [classBucket(record.class)];
    case 'conflictNotice':
      return [staffBucket(record.addressee)];
    default:
      return assertNever(record);
  }
}

/**
 * The buckets an actor may read: the one function behind pull, the conflict answers of push, live ticks and history.
 *
 * A person with no staff role reads nothing.
 */
export function readScope(actor: Actor): readonly Bucket[] {
  if (actor.roles.length === 0) return [];
  const own = [SCHOOL_BUCKET, staffBucket(actor.person)];
  if (seesWholeSchool(actor)) return [...own, OFFICE_BUCKET, ...actor.classes.map(classBucket)];
  if (actor.roles.includes('teacher')) return [...own, ...actor.classes.map(classBucket)];
  return own;
}

/** Whether an actor may read a record. */
export function mayRead(actor: Actor, record: RegisterRecord): boolean {
  const scope = new Set(readScope(actor));
  return record.school === actor.school && bucketsOf(record).some((bucket) => scope.has(bucket));
}
