import { toSubjectId, type ClassId, type LocalDate } from '../base/ids.ts';
import { heldByDay, heldLesson, type HeldLessons } from '../hours/held-lessons.ts';
import type { PupilDay, PupilYear } from '../hours/hours-of-absence.ts';
import type { PupilPlaces } from '../hours/lessons-of-pupil.ts';
import type { AttendanceEvent } from '../kinds/attendance-day/record.ts';
import type { BellHour } from '../kinds/bell-scheme/record.ts';
import { enrolmentId, type Enrolment } from '../kinds/enrolment/record.ts';
import type { Lesson, Signature } from '../kinds/lesson/record.ts';
import { sample, sampleEntry, sampleLesson, sampleYear } from './sample.ts';

/** The subjects of the religion hour in tests. */
export const religion = {
  attending: [toSubjectId('religione')],
  alternative: [toSubjectId('alternativa')],
  assistedStudy: [toSubjectId('studio')],
} as const;

/** A signature for a subject. */
export function signed(subject: string | undefined, changes: Partial<Signature> = {}): Signature {
  const named = subject === undefined ? {} : { subject: toSubjectId(subject) };
  return { teacher: sample.bianchi, type: 'ordinary', signedAt: sample.morning, ...named, ...changes };
}

/** A lesson of an hour, signed for a subject. */
export function lessonIn(hour: number, subject: string, changes: Partial<Lesson> = {}): Lesson {
  return sampleLesson({ hour, signatures: [signed(subject)], ...changes });
}

/** Lessons that were held in these bell hours. */
export function heldIn(bells: readonly BellHour[], lessons: readonly Lesson[]): HeldLessons {
  return heldByDay(lessons.flatMap((lesson) => heldLesson(lesson, bells, religion) ?? []));
}

/** An enrolment of the sample pupil. */
export function enrolled(changes: Partial<Enrolment> = {}): Enrolment {
  const { pupil, class: schoolClass, school, bianchi: author, morning: recordedAt } = sample;
  return {
    id: enrolmentId(pupil, changes.class ?? schoolClass, changes.from ?? sampleYear.lessonsFrom),
    kind: 'enrolment',
    school,
    author,
    entry: sampleEntry(),
    recordedAt,
    pupil,
    class: schoolClass,
    from: sampleYear.lessonsFrom,
    ...changes,
  };
}

/** The sample pupil, with what happened on the sample day. */
export function pupilWith(
  events: readonly AttendanceEvent[],
  places: Partial<PupilPlaces> = {},
  more: Partial<PupilDay> = {},
): PupilYear {
  return {
    places: { enrolments: [enrolled()], groups: [], religion: [], ...places },
    days: new Map([[sample.day, { events, ...more }]]),
  };
}

/** A pupil's place in a group of the sample class for the whole year. */
export function inGroup(group: string, from: LocalDate = sampleYear.lessonsFrom) {
  const schoolClass: ClassId = sample.class;
  return { class: schoolClass, group, from };
}
