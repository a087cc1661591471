import { combineLatest, map, shareReplay, type Observable } from 'rxjs';
import type { Actor } from '../../../domain/access/actor.ts';
import { seesWholeSchool } from '../../../domain/access/actor.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import { groupBy } from '../../../domain/base/group-by.ts';
import type { ClassId, LocalDate, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import type { Assignment } from '../../../domain/kinds/assignment/record.ts';
import { className, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import { byKind, schoolRecordsIn } from '../../../domain/kinds/by-kind.ts';
import type { CollectionRecords } from '../../../domain/kinds/collections.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import type { Place } from '../../../domain/record/envelope.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import type { StoodIn } from '../../../domain/school/who/stand-ins.ts';
import type { School } from '../../../domain/kinds/school/record.ts';
import type { ReligionSubjects } from '../../../domain/hours/held-lessons.ts';
import { factsOfEntry } from '../../../domain/hours/taking/facts-of-entry.ts';
import { religionGroupOf } from '../../../domain/hours/pupils-of-lesson.ts';
import { religionSubjects } from '../../../domain/hours/religion-subjects.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import { schoolView, type SchoolView } from '../../../domain/school/school-view.ts';
import { classesAnsweredFor } from '../../../domain/school/who/staff-actor.ts';
import type { LocalRecords } from '../local-records.ts';
import type { SchoolIndex } from './school-index.ts';

/** Everything about the school that changes rarely, indexed for the views: rebuilt when settings, roster or timetable change. */
export interface SchoolFacts extends SchoolIndex {
  /** The school as its records on this device tell it. */
  readonly view: SchoolView;
  readonly me: PersonId;
  readonly school: School | undefined;
  yearOn(day: LocalDate): SchoolYear | undefined;
  /** The classes I teach, coordinate or answer for in the school year of a day, by name; for office and principal all of them. */
  myClasses(day: LocalDate): readonly SchoolClass[];
  /** Every class of the school in the school year of a day, by name: any of them may need somebody to stand in. */
  classesOn(day: LocalDate): readonly SchoolClass[];
  /** Where the school knows me to stand in on a day. */
  mySubstitutions(day: LocalDate): readonly StoodIn[];
  /** The hours that the timetable gives me in a class on a day. */
  myHoursIn(schoolClass: ClassId, day: LocalDate): readonly PlannedHour[];
  /** The hours that the timetable gives me on a day, class by class. */
  myHours(day: LocalDate): readonly PlannedHour[];
  /** Which colleague takes an hour of mine in my place; undefined where none does. */
  takerOf(hour: Pick<PlannedHour, 'day' | 'class' | 'hour'>): PersonId | undefined;
  /** Everybody who teaches something, in any year that this device has. */
  teachers(): readonly Person[];
  /** Who teaches something in a class on a day. */
  teachersOf(schoolClass: ClassId, day: LocalDate): readonly PersonId[];
  mySubjects(schoolClass: ClassId, day: LocalDate): readonly Subject[];
  /** The subjects that I assess in a class: those that I teach there, and not those in which I support a pupil. */
  myCourses(schoolClass: ClassId, day: LocalDate): readonly Subject[];
  /** Whether one of them is a subject of a class: whose grades I write on a day (D24). */
  hasCourse(of: { readonly schoolClass: ClassId; readonly subject: SubjectId }, day: LocalDate): boolean;
  myAssignments(schoolClass: ClassId, day: LocalDate): readonly Assignment[];
  enrolmentsOf(schoolClass: ClassId): readonly Enrolment[];
  /** The classes that a pupil is or was in; for a family its own child's only. */
  enrolmentsOfPupil(pupil: PersonId): readonly Enrolment[];
  bellHours(schoolClass: ClassId, day: LocalDate): WriteFacts['hours'];
  /** The hours of a class by its timetable; one that is parted has a cell for each group, those of the religion hour included (D204). */
  plannedHours(schoolClass: ClassId, day: LocalDate): readonly PlannedHour[];
  /** Which subjects the religion hour has (D94). */
  readonly religion: ReligionSubjects;
  /** Whether the school has said when its hours begin and end. */
  readonly hasBells: boolean;
  /** Whether there is a timetable of a class, for whatever days. */
  hasTimetable(schoolClass: ClassId): boolean;
  actor(day: LocalDate): Actor;
  writeFacts(schoolClass: ClassId, day: LocalDate, pupil?: PersonId): WriteFacts;
  /** The same for the place of a record. */
  writeFactsAt(place: Place): WriteFacts;
}

/** The records that the index is made of, by collection: what a school has before the first lesson. */
export function schoolRecords({ find }: Pick<LocalRecords, 'find'>) {
  return combineLatest([find('settings', {}), find('roster', {}), find('timetable', {})]);
}

/**
 * The facts of the school of one member of staff, live.
 *
 * @param reader as whom a school year that is over is read; undefined in the year under way, whose days decide
 */
export function schoolFacts(
  records: LocalRecords,
  identity: Identity,
  reader?: Actor,
): Observable<SchoolFacts> {
  return schoolRecords(records).pipe(
    map(([settings, roster, timetable]) => buildFacts({ identity, reader }, settings, roster, timetable)),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
}

const byClassName = new Intl.Collator('it', { numeric: true });

function buildFacts(
  { identity, reader }: { readonly identity: Identity; readonly reader: Actor | undefined },
  settings: readonly CollectionRecords['settings'][],
  roster: readonly CollectionRecords['roster'][],
  timetable: readonly CollectionRecords['timetable'][],
): SchoolFacts {
  const me = identity.person;
  const view = schoolView(schoolRecordsIn(byKind([...settings, ...roster, ...timetable])), false);
  const { school, classes, people, subjects, bellSchemes } = view;
  const enrolments = groupBy([...view.enrolmentsOf.values()].flat(), (enrolment) => enrolment.class);
  const mine = view.assignmentsOf.get(me) ?? [];
  const standingOn = (day: LocalDate) => ({
    roles: identity.roles,
    appointments: view.appointmentsOn(me, day),
  });

  const religion = religionSubjects(view);
  const subjectsOf = (assignments: readonly Assignment[]): readonly Subject[] =>
    [...new Set<SubjectId>(assignments.map(({ subject }) => subject))].flatMap(
      (id) => subjects.get(id) ?? [],
    );
  const facts: SchoolFacts = {
    view,
    me,
    school,
    person: (id) => people.get(id),
    schoolClass: (id) => classes.get(id),
    classes: () => [...classes.values()],
    subject: (id) => subjects.get(id),
    yearOn: (day) => view.years.get(startYearOf(day)),
    myClasses(day) {
      if (reader) return facts.classesOn(day).filter(({ id }) => reader.classes.includes(id));
      const standing = standingOn(day);
      const wholeSchool = seesWholeSchool(standing);
      const own = new Set([
        ...mine.map((assignment) => assignment.class),
        ...view.coordinatedBy(me, day),
        ...classesAnsweredFor(view, standing, day),
      ]);
      return facts.classesOn(day).filter(({ id }) => wholeSchool || own.has(id));
    },
    classesOn: (day) =>
      view
        .classesOfYear(startYearOf(day))
        .toSorted((a, b) => byClassName.compare(className(a), className(b))),
    mySubstitutions: (day) => view.substitutionsOn(me, day),
    myHoursIn: (schoolClass, day) =>
      facts.plannedHours(schoolClass, day).filter(({ teachers }) => teachers.includes(me)),
    myHours: (day) => facts.myClasses(day).flatMap(({ id }) => facts.myHoursIn(id, day)),
    takerOf: ({ day, class: id, hour }) =>
      view.hoursTaken(me, day).find((one) => one.class === id && one.hour === hour)?.teacher,
    teachers: () => [...view.assignmentsOf.keys()].flatMap((id) => people.get(id) ?? []),
    teachersOf: (schoolClass, day) =>
      [...view.assignmentsOf.keys()].filter((id) => view.assignmentsOn(id, schoolClass, day).length > 0),
    myAssignments: (schoolClass, day) => view.assignmentsOn(me, schoolClass, day),
    mySubjects: (schoolClass, day) => subjectsOf(facts.myAssignments(schoolClass, day)),
    myCourses: (schoolClass, day) =>
      subjectsOf(facts.myAssignments(schoolClass, day).filter(({ type }) => type !== 'support')),
    hasCourse: ({ schoolClass, subject }, day) =>
      facts.myCourses(schoolClass, day).some(({ id }) => id === subject),
    enrolmentsOf: (schoolClass) => enrolments.get(schoolClass) ?? [],
    enrolmentsOfPupil: (pupil) => view.enrolmentsOf.get(pupil) ?? [],
    bellHours: view.bellHours,
    plannedHours: (id, day) =>
      view.plannedHours(id, day).map((hour) => {
        const group = hour.group ?? religionGroupOf(hour.subject, religion);
        return group === undefined ? hour : { ...hour, group };
      }),
    religion,
    hasBells: bellSchemes.length > 0,
    hasTimetable: (id) => view.timetableOf.has(id),
    actor: (day) =>
      reader ?? {
        school: identity.school,
        person: me,
        ...standingOn(day),
        classes: facts.myClasses(day).map(({ id }) => id),
        ...(identity.child ? { child: identity.child.person } : {}),
      },
    writeFactsAt: (place) => factsOfEntry(view, me, place),
    writeFacts: (schoolClass, day, pupil) =>
      facts.writeFactsAt({ class: schoolClass, day, ...(pupil === undefined ? {} : { pupil }) }),
  };
  return facts;
}
