import type { ClassId, LocalDate, SubjectId } from '../base/ids.ts';
import type { BellHour } from '../kinds/bell-scheme/record.ts';
import type { Lesson } from '../kinds/lesson/record.ts';
import { isReligionGroup } from '../school/who/religion-groups.ts';

/** For whom a lesson of the religion hour is: those who attend religion, who chose the alternative, who study under a teacher (D94). */
export type ReligionPart = 'attending' | 'alternative' | 'assistedStudy';

/** For which pupils of its class a lesson is. */
export type Audience =
  | { readonly kind: 'whole' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'religion'; readonly part: ReligionPart };

/** A signed lesson as the computation of hours needs it. */
export interface HeldLesson {
  readonly day: LocalDate;
  readonly class: ClassId;
  readonly bell: BellHour;
  /** All bell hours of its class on its day: by them it is known which marks were made before their hour began. */
  readonly bells: readonly BellHour[];
  readonly audience: Audience;
  /** Under which subjects it counts; none for an hour that was signed as substitution without a subject (D11). */
  readonly subjects: readonly SubjectId[];
}

/** Which subjects of a school the religion hour has. */
export type ReligionSubjects = Readonly<Record<ReligionPart, readonly SubjectId[]>>;

/** What the timetable foresees for a lesson; undefined where it says nothing, or whoever asks has none. */
export type ForeseenSubject = (lesson: Lesson) => SubjectId | undefined;

/** Signed lessons by day: days and hours in order, so that nothing is sorted again for each pupil. */
export type HeldLessons = ReadonlyMap<LocalDate, readonly HeldLesson[]>;

/** A lesson that was held; undefined for one that nobody has signed (D11), and for an hour without a bell. */
export function heldLesson(
  lesson: Lesson,
  bells: readonly BellHour[],
  religion: ReligionSubjects,
  foreseen?: ForeseenSubject,
): HeldLesson | undefined {
  const bell = bells.find(({ hour }) => hour === lesson.hour);
  if (!bell || lesson.signatures.length === 0) return undefined;
  const subjects = subjectsOf(lesson);
  const { day, class: schoolClass } = lesson;
  const audience = lessonAudience(lesson, religion, foreseen);
  return { day, class: schoolClass, bell, bells, audience, subjects };
}

/** Puts lessons by day and hour, once for all pupils. */
export function heldByDay(lessons: Iterable<HeldLesson>): HeldLessons {
  const byDay = new Map<LocalDate, HeldLesson[]>();
  for (const lesson of lessons) {
    const ofDay = byDay.get(lesson.day);
    if (ofDay) ofDay.push(lesson);
    else byDay.set(lesson.day, [lesson]);
  }
  for (const ofDay of byDay.values()) ofDay.sort((a, b) => a.bell.hour - b.bell.hour);
  return new Map([...byDay].toSorted(([a], [b]) => a.localeCompare(b)));
}

/**
 * The subjects of those who signed for one. Where only support signed, the lesson's own; a substitute gives it theirs alone, since what the
 * timetable foresaw was not taught.
 */
function subjectsOf({ signatures, subject }: Lesson): readonly SubjectId[] {
  const signed = signatures.flatMap((each) =>
    each.type === 'support' || each.subject === undefined ? [] : [each.subject],
  );
  if (signed.length > 0) return [...new Set(signed)];
  // Support teaches none of its own: beside whoever stood in without a subject the hour is still a substitution.
  const isSubstituted =
    signatures.some(({ type }) => type === 'substitution') &&
    signatures.every(({ type }) => type === 'substitution' || type === 'support');
  return isSubstituted || subject === undefined ? [] : [subject];
}

/**
 * For which pupils a signed lesson is (D94): by what was signed in it, else by its group, else by what the hour was for. Whoever stands in
 * without a subject teaches none of it, and those who have nothing in the hour still have not.
 */
export function lessonAudience(
  lesson: Lesson,
  religion: ReligionSubjects,
  foreseen: ForeseenSubject = () => undefined,
): Audience {
  const { group } = lesson;
  const signed = subjectsOf(lesson);
  const meant = signed.length > 0 || group !== undefined ? undefined : (lesson.subject ?? foreseen(lesson));
  const subjects = meant === undefined ? signed : [meant];
  const parts = ['attending', 'alternative', 'assistedStudy'] as const;
  const part = parts.find((each) => subjects.some((subject) => religion[each].includes(subject)));
  if (part) return { kind: 'religion', part };
  // Whoever stood in for the teacher of the alternative signed no subject.
  if (isReligionGroup(group)) return { kind: 'religion', part: group };
  return group === undefined ? { kind: 'whole' } : { kind: 'group', group };
}
