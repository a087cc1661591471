import type { ClassId, LocalDate, PersonId, SubjectId } from '../base/ids.ts';
import type { Branded } from '../base/schema.ts';
import { officesOf, type Actor } from './actor.ts';

/**
 * A group of records with the same readers: `school`, `families`, `families:<class>`, `office`, `office:pupils`, `office:staff`,
 * `class:<id>`, `day:<day>:<class>`, `comings:<class>`, `pupils:<class>`, `names:<year>`, `religion:<class>`, `council:<class>`, `course:<class>:<subject>`,
 * `grades:<class>`, `grades:<class>:religion`, `columns:<class>`, `supported:<class>:<pupil>`, `staff:<id>`, `pupil:<id>`, `family:<pupil>:<id>` or `elsewhere:<pupil>`.
 */
export type Bucket = Branded<'Bucket'>;

/** What all staff of a school may read: settings, timetable, classes, subjects, colleagues' names. */
export const SCHOOL_BUCKET = 'school' as Bucket;
/** What families may read of the school: settings, bell schemes, classes, subjects, the names of the staff; no assignment (one may name a pupil). */
export const FAMILIES_BUCKET = 'families' as Bucket;
/** What only the principal and an office that is not divided may read: personal data of which nobody has said whose it is. */
export const WHOLE_OFFICE_BUCKET = 'office' as Bucket;
/** What principal and student office may read: personal data of pupils and guardians. */
export const STUDENT_OFFICE_BUCKET = 'office:pupils' as Bucket;
/** What principal and personnel office may read: personal data of the staff. */
export const PERSONNEL_OFFICE_BUCKET = 'office:staff' as Bucket;

/** What the families of a class may read of it: its timetable. */
export function familiesBucket(schoolClass: ClassId): Bucket {
  return `families:${schoolClass}` as Bucket;
}

/** What the teachers of a class may read: its lessons, its attendance. */
export function classBucket(schoolClass: ClassId): Bucket {
  return `class:${schoolClass}` as Bucket;
}

/** What happens in a class on one day: read by whoever stands in there, on that day alone. */
export function dayBucket(day: LocalDate, schoolClass: ClassId): Bucket {
  return `day:${day}:${schoolClass}` as Bucket;
}

/** Who of a class may come late or leave early all year, and with whom: read by whoever stands in there, on that day alone (D91, D209). */
export function comingsBucket(schoolClass: ClassId): Bucket {
  return `comings:${schoolClass}` as Bucket;
}

/** The names of the pupils of all classes of a school year: read by every teacher, who may have to stand in anywhere. */
export function namesBucket(startYear: number | undefined): Bucket {
  return `names:${startYear ?? ''}` as Bucket;
}

/** Who is in a class: read by its teachers, and by whoever knows the pupils by name without belonging to the class. */
export function pupilsBucket(schoolClass: ClassId): Bucket {
  return `pupils:${schoolClass}` as Bucket;
}

/** Who attends religion in a class: for those alone who have these pupils in that hour, or keep the choices. */
export function religionBucket(schoolClass: ClassId): Bucket {
  return `religion:${schoolClass}` as Bucket;
}

/** What the coordinator of a class alone needs of it, of all its teachers. */
export function councilBucket(schoolClass: ClassId): Bucket {
  return `council:${schoolClass}` as Bucket;
}

const COURSE = 'course:';

/** What is assessed in one subject of a class: read by whoever teaches it there. */
export function courseBucket(schoolClass: ClassId, subject: SubjectId): Bucket {
  return `${COURSE}${schoolClass}:${subject}` as Bucket;
}

/** What is assessed in all subjects of a class: for its coordinator and whoever answers for it, and for its whole council where the school says so or its term meeting goes on. */
export function gradesBucket(schoolClass: ClassId): Bucket {
  return `grades:${schoolClass}` as Bucket;
}

/** What is assessed in the hour of religion of a class: for those of them who may know who attends it (D27). */
export function religionGradesBucket(schoolClass: ClassId): Bucket {
  return `grades:${schoolClass}:religion` as Bucket;
}

const COLUMNS = 'columns:';

/** The columns in which the pupils of a class are assessed, without comment and reasons, which may name one of them: for the teachers who support another. */
export function columnsBucket(schoolClass: ClassId): Bucket {
  return `${COLUMNS}${schoolClass}` as Bucket;
}

/** Whether whoever has a bucket reads a part of its records alone, by the word of their kind, in whichever other bucket they are: but for one of {@link isWholeBucket}. */
export function isPartBucket(bucket: Bucket): boolean {
  return bucket.startsWith(COLUMNS);
}

/** Whether a bucket gives its records as a whole also to whoever reads a part of others. */
export function isWholeBucket(bucket: Bucket): boolean {
  return bucket.startsWith(COURSE);
}

/** What is assessed of one pupil in all subjects of a class: for the teachers who support the pupil there (F.5), and so in no other year. */
export function supportedBucket(schoolClass: ClassId, pupil: PersonId): Bucket {
  return `supported:${schoolClass}:${pupil}` as Bucket;
}

/** What one member of staff alone may read. */
export function staffBucket(person: PersonId): Bucket {
  return `staff:${person}` as Bucket;
}

/** What guardians of a pupil and the pupil may read. */
export function pupilBucket(pupil: PersonId): Bucket {
  return `pupil:${pupil}` as Bucket;
}

/** What one guardian of a pupil, or the pupil, alone may read of that pupil: nothing for whoever is its guardian no more. */
export function familyMemberBucket(pupil: PersonId, person: PersonId): Bucket {
  return `family:${pupil}:${person}` as Bucket;
}

/**
 * Where a pupil is out of class for the school. Nobody reads this bucket: the server finds in it, with each mark of the pupil, the few
 * records among a year of marks.
 */
export function elsewhereBucket(pupil: PersonId): Bucket {
  return `elsewhere:${pupil}` as Bucket;
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
    return [
      FAMILIES_BUCKET,
      ...ofClasses,
      pupilBucket(actor.child),
      familyMemberBucket(actor.child, actor.person),
    ];
  }
  if (actor.roles.length === 0) return [];
  const { classesByName = [], classesOfReligion = [], classesOfCouncil = [], standsIn = [] } = actor;
  const { courses = [], classesOfGrades = [], supported = [] } = actor;
  const offices = officesOf(actor);
  return [
    SCHOOL_BUCKET,
    staffBucket(actor.person),
    ...(offices.pupils && offices.staff ? [WHOLE_OFFICE_BUCKET] : []),
    ...(offices.pupils ? [STUDENT_OFFICE_BUCKET] : []),
    ...(offices.staff ? [PERSONNEL_OFFICE_BUCKET] : []),
    ...actor.classes.map(classBucket),
    ...new Set([...actor.classes, ...classesByName].map(pupilsBucket)),
    ...(actor.namesOfYear === undefined ? [] : [namesBucket(actor.namesOfYear)]),
    ...new Set(
      standsIn.flatMap(({ day, class: schoolClass }) => [
        dayBucket(day, schoolClass),
        comingsBucket(schoolClass),
      ]),
    ),
    ...classesOfReligion.map(religionBucket),
    ...classesOfCouncil.map(councilBucket),
    ...courses.map((course) => courseBucket(course.class, course.subject)),
    // Whoever supports two pupils of a class, or one in two subjects, reads its columns once: a page says of each bucket how far it came.
    ...new Set(
      supported.flatMap(({ class: ofClass, pupil }) => [
        columnsBucket(ofClass),
        ...(pupil === undefined ? [] : [supportedBucket(ofClass, pupil)]),
      ]),
    ),
    ...classesOfGrades.map(gradesBucket),
    ...classesOfGrades.filter((id) => classesOfReligion.includes(id)).map(religionGradesBucket),
  ];
}
