import { assertNever } from '../base/assert.ts';
import type { ClassId, PersonId } from '../base/ids.ts';
import type { Branded } from '../base/schema.ts';
import type { RegisterRecord } from '../records/collections.ts';
import { seesWholeSchool, type Actor } from './actor.ts';

/**
 * A group of records with the same readers: `school`, `families`, `families:<class>`, `office`, `class:<id>`, `staff:<id>` or
 * `pupil:<id>`.
 */
export type Bucket = Branded<'Bucket'>;

/** What all staff of a school may read: settings, timetable, classes, subjects, colleagues' names. */
export const SCHOOL_BUCKET = 'school' as Bucket;
/** What families may read of the school: settings, bell schemes, classes, subjects, the names of the staff; no assignment (one may name a pupil). */
export const FAMILIES_BUCKET = 'families' as Bucket;
/** What only office and principal may read: personal data, guardians. */
export const OFFICE_BUCKET = 'office' as Bucket;

/**
 * Number of the way in which {@link bucketsOf} groups records; raised whenever the same record may come out in other buckets.
 *
 * The server keeps the buckets that it has computed: under another number it computes them all anew when it starts, and a device that
 * has read under another number reads everything again. A test holds the number and a digest of the groups of sample records together.
 */
export const BUCKET_LAYOUT = 2;

/** Where a checkpoint says under which {@link BUCKET_LAYOUT} the device has read; one without it was read under the first. */
export const LAYOUT_MARK = '#layout' as Bucket;

/** What the families of a class may read of it: its timetable. */
export function familiesBucket(schoolClass: ClassId): Bucket {
  return `families:${schoolClass}` as Bucket;
}

/** What the teachers of a class may read: its pupils, lessons, attendance. */
export function classBucket(schoolClass: ClassId): Bucket {
  return `class:${schoolClass}` as Bucket;
}

/** What one member of staff alone may read. */
export function staffBucket(person: PersonId): Bucket {
  return `staff:${person}` as Bucket;
}

/** What guardians of a pupil and the pupil may read. */
export function pupilBucket(pupil: PersonId): Bucket {
  return `pupil:${pupil}` as Bucket;
}

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

/**
 * The buckets an actor may read: the one function behind pull, the conflict answers of push, live ticks and history.
 *
 * A family reads what concerns its child, and what the families of the child's classes read; a person without a child and without a staff
 * role reads nothing.
 */
export function readScope(actor: Actor): readonly Bucket[] {
  if (actor.child !== undefined) {
    const ofClasses = (actor.classesOfChild ?? []).map(familiesBucket);
    return [FAMILIES_BUCKET, ...ofClasses, pupilBucket(actor.child)];
  }
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
