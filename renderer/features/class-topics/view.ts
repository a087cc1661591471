import { combineLatest, distinctUntilChanged, map, switchMap, type Observable } from 'rxjs';
import type { ClassId, Instant, LocalDate, SubjectId } from '../../../domain/base/ids.ts';
import { addDays, dayOfInstant, schoolDayAndTime } from '../../../domain/base/local-date.ts';
import { isClassExpected } from '../../../domain/kinds/class-movement/class-away.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import { lessonOfHour } from '../../../domain/kinds/lesson/lesson-of-hour.ts';
import { isOfSubject } from '../../../domain/kinds/lesson/of-subject.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import type { PlannedLesson } from '../../../domain/kinds/planned-lesson/record.ts';
import { isSignedBy } from '../../../domain/kinds/lesson/signature-of.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import { groupsOfSubject, tickedItems, type TickedItem } from '../../../domain/kinds/syllabus/done-topics.ts';
import { syllabusDay, syllabusId } from '../../../domain/kinds/syllabus/record.ts';
import { concernsGroup } from '../../../domain/school/who/concerns-group.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { minutes } from '../../data/minutes.ts';
import type { Register } from '../../data/register.ts';
import { groupName, plannedForMe } from '../../data/school/planned-for-me.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import type { ClassPart } from '../../kinds/lesson/part-text.ts';
import { classMovements, lackOf, type MovementOf } from '../../views/hours/hour-lacks.ts';
import { planOfHour } from '../../views/hours/plan-of-hour.ts';

/** How far ahead the own hours are listed, to be planned. */
const DAYS_AHEAD = 14;

/** Which topics of a class are looked at: those of one subject, or of the subject of the hour. */
export interface TopicsAsked {
  readonly schoolClass: ClassId;
  readonly day: LocalDate;
  readonly hour: number;
  readonly subject: SubjectId | undefined;
  /** Only what those of a group have done, with the class or by themselves (D204). */
  readonly onlyGroup?: string | undefined;
}

/** What was done in an hour. */
export interface DoneTopic {
  readonly day: LocalDate;
  readonly hour: number;
  readonly topic: string;
  readonly activity: string;
  /** The group whose lesson it was; none of the whole class. */
  readonly part?: ClassPart;
  /** Names of who signed it, as far as they are known here. */
  readonly teachers: readonly string[];
  /** Names of the classes that had the same lesson (D17). */
  readonly joinedWith: readonly string[];
}

/** An hour of mine that is to come, and what I mean to do in it, or whoever teaches it with me. */
export interface HourToCome {
  readonly day: LocalDate;
  readonly hour: number;
  readonly topic: string;
  /** Who has planned it, where that is a colleague. */
  readonly plannedBy?: Person;
}

/** An hour of mine that is over and lacks its signature, or its topic. */
export interface IncompleteHour {
  readonly day: LocalDate;
  readonly hour: number;
  readonly lacks: 'signature' | 'topic';
}

/** The topics of one subject in one class, in the school year of a day. */
export interface ClassTopics {
  /** Those of which there is something to show, mine first. */
  readonly subjects: readonly Subject[];
  readonly subject?: Subject;
  /** I teach the subject here on the day: I plan it, and keep its syllabus. */
  readonly isMine: boolean;
  /** The groups of the class that have the subject by themselves, by name; none where it is always taught to the whole class. */
  readonly groups: readonly ClassPart[];
  /** The group that is looked at, of these. */
  readonly group?: string;
  /** The latest first. */
  readonly done: readonly DoneTopic[];
  readonly toCome: readonly HourToCome[];
  readonly incomplete: readonly IncompleteHour[];
  readonly syllabus: readonly TickedItem[];
}

/** Topics done and planned, the syllabus with its ticks, and what is missing of my own hours; live. */
export function classTopics(
  { records, now }: Pick<Register, 'records' | 'now'>,
  asked: TopicsAsked,
): Observable<ClassTopics> {
  const begins = syllabusDay(startYearOf(asked.day));
  const ends = addDays(begins, 365);
  // Only hours to come show what is planned for them.
  const plans$ = minutes(now).pipe(
    map(dayOfInstant),
    distinctUntilChanged(),
    switchMap((today) =>
      records.find('plannedLesson', {
        class: asked.schoolClass,
        day: { from: today, to: addDays(today, DAYS_AHEAD) },
      }),
    ),
  );
  return combineLatest([
    records.facts$,
    records.find('lesson', { class: asked.schoolClass, day: { from: begins, to: ends } }),
    plans$,
    records.find('syllabus', { class: asked.schoolClass, day: begins }),
    classMovements(records),
    minutes(now),
  ]).pipe(
    map(([facts, lessons, plans, syllabuses, movementOf, moment]) => {
      const subjects = subjectsOf(facts, asked, lessons);
      const ofHour = plannedForMe(facts, asked);
      const wanted = asked.subject ?? ofHour?.subject;
      const subject = subjects.find(({ id }) => id === wanted) ?? subjects[0];
      const isMine = facts.mySubjects(asked.schoolClass, asked.day).some(({ id }) => id === subject?.id);
      const ofAll = lessons.filter((lesson) => subject && isOfSubject(lesson, subject.id));
      const groups = groupsOfSubject(
        ofAll,
        facts.view.groupsOf(asked.schoolClass).map(({ code }) => code),
      );
      const group = groups.find((one) => one === asked.onlyGroup);
      const ofSubject = group === undefined ? ofAll : ofAll.filter((lesson) => concernsGroup(lesson, group));
      const partOf = (code: string): ClassPart => ({
        group: code,
        name: groupName(facts, asked.schoolClass, code),
      });
      const syllabus =
        subject && syllabuses.find(({ id }) => id === syllabusId(asked.schoolClass, subject.id));
      return {
        subjects,
        ...(subject ? { subject } : {}),
        isMine,
        groups: groups
          .map(partOf)
          .toSorted((a, b) => (a.name ?? a.group).localeCompare(b.name ?? b.group, 'it')),
        ...(group === undefined ? {} : { group }),
        done: ofSubject
          .filter(({ topic, activity }) => topic !== '' || activity !== '')
          .toSorted((a, b) => b.day.localeCompare(a.day) || b.hour - a.hour)
          .map(({ day, hour, topic, activity, signatures, group: of }) => ({
            day,
            hour,
            topic,
            activity,
            ...(of === undefined ? {} : { part: partOf(of) }),
            teachers: signatures.flatMap(({ teacher }) => {
              const person = facts.person(teacher);
              return person ? [listName(person)] : [];
            }),
            joinedWith: joinedNames(facts, signatures),
          })),
        ...hoursOf(facts, asked, subject?.id, { lessons, plans, movementOf }, moment),
        syllabus: tickedItems(syllabus?.topics ?? [], ofSubject, group === undefined ? groups : [group]),
      };
    }),
  );
}

/** The other classes that those who signed a lesson say had it too. */
function joinedNames(facts: SchoolFacts, signatures: Lesson['signatures']): readonly string[] {
  const ids = new Set(signatures.flatMap(({ joinedWith = [] }) => joinedWith));
  return [...ids].flatMap((id) => {
    const schoolClass = facts.schoolClass(id);
    return schoolClass ? [className(schoolClass)] : [];
  });
}

function subjectsOf(
  facts: SchoolFacts,
  { schoolClass, day }: TopicsAsked,
  lessons: readonly Lesson[],
): readonly Subject[] {
  const mine = facts.mySubjects(schoolClass, day);
  const others = new Set(lessons.flatMap(({ subject }) => subject ?? []));
  for (const { id } of mine) others.delete(id);
  const named = [...others].flatMap((id) => facts.subject(id) ?? []);
  return [...mine, ...named.toSorted((a, b) => a.name.localeCompare(b.name, 'it'))];
}

/** My hours of the subject in the class: those over that lack something, and those to come with my plans. */
function hoursOf(
  facts: SchoolFacts,
  { schoolClass }: TopicsAsked,
  subject: SubjectId | undefined,
  {
    lessons,
    plans,
    movementOf,
  }: {
    readonly lessons: readonly Lesson[];
    readonly plans: readonly PlannedLesson[];
    readonly movementOf: MovementOf;
  },
  moment: Instant,
): Pick<ClassTopics, 'toCome' | 'incomplete'> {
  const now = schoolDayAndTime(moment);
  const year = facts.yearOn(now.day);
  const toCome: HourToCome[] = [];
  const incomplete: IncompleteHour[] = [];
  if (!year || subject === undefined) return { toCome, incomplete };
  const mine = (day: LocalDate) =>
    facts.myHoursIn(schoolClass, day).filter((hour) => hour.subject === subject);
  for (let day = syllabusDay(year.startYear); day <= addDays(now.day, DAYS_AHEAD); day = addDays(day, 1))
    for (const planned of mine(day)) {
      const { hour, end, group } = planned;
      const isOver = day < now.day || (day === now.day && end <= now.time);
      const lesson = lessonOfHour(lessons, { day, hour, class: schoolClass, group }, facts.me);
      const isSigned = isSignedBy(lesson, facts.me);
      const isTaken = facts.takerOf(planned) !== undefined;
      const lack = lackOf(facts, planned, { lesson, movementOf }, moment);
      if (lack) incomplete.push({ day, hour, lacks: lack });
      else if (!isOver && !isSigned && !isTaken && isClassExpected(planned, movementOf(planned))) {
        const plan = planOfHour(plans, facts.me, planned);
        const by = plan && plan.teacher !== facts.me ? facts.person(plan.teacher) : undefined;
        toCome.push({ day, hour, topic: plan?.topic ?? '', ...(by ? { plannedBy: by } : {}) });
      }
    }
  return { toCome, incomplete: incomplete.toReversed() };
}
