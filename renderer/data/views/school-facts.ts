import { combineLatest, map, shareReplay, type Observable } from 'rxjs';
import type { Actor } from '../../../domain/access/actor.ts';
import { seesWholeSchool } from '../../../domain/access/actor.ts';
import type { WriteFacts } from '../../../domain/entries/authorize-write.ts';
import type { ClassId, LocalDate, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import type { Identity } from '../../../domain/protocol/session.ts';
import type { Assignment } from '../../../domain/kinds/assignment/record.ts';
import type { BellScheme } from '../../../domain/kinds/bell-scheme/record.ts';
import { className, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { CollectionRecords, RecordKind, RecordOfKind } from '../../../domain/kinds/collections.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { DEFAULT_POLICIES, type School } from '../../../domain/kinds/school/record.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import type { TimetableEntry } from '../../../domain/kinds/timetable-entry/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { membershipOn } from '../../../domain/school/class-membership.ts';
import { bellSchemeFor, classHours, type PlannedHour } from '../../../domain/school/timetable-day.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { LocalRecords } from '../local-records.ts';
import type { Directory } from '../register.ts';

/** Everything about the school that changes rarely, indexed for the views: rebuilt when settings, roster or timetable change. */
export interface SchoolFacts extends Directory {
  readonly me: PersonId;
  readonly school: School | undefined;
  yearOn(day: LocalDate): SchoolYear | undefined;
  /** The classes I teach in the school year of a day, by name; for office and principal all of them. */
  myClasses(day: LocalDate): readonly SchoolClass[];
  /** Everybody who teaches something, in any year that this device has. */
  teachers(): readonly Person[];
  mySubjects(schoolClass: ClassId, day: LocalDate): readonly Subject[];
  myAssignments(schoolClass: ClassId, day: LocalDate): readonly Assignment[];
  enrolmentsOf(schoolClass: ClassId): readonly Enrolment[];
  /** The classes that a pupil is or was in; for a family its own child's only. */
  enrolmentsOfPupil(pupil: PersonId): readonly Enrolment[];
  bellHours(schoolClass: ClassId, day: LocalDate): WriteFacts['hours'];
  plannedHours(schoolClass: ClassId, day: LocalDate): readonly PlannedHour[];
  /** Whether the school has said when its hours begin and end. */
  readonly hasBells: boolean;
  /** Whether there is a timetable of a class, for whatever days. */
  hasTimetable(schoolClass: ClassId): boolean;
  actor(day: LocalDate): Actor;
  writeFacts(schoolClass: ClassId, day: LocalDate, pupil?: PersonId): WriteFacts;
}

/** The facts of the school of one member of staff, live. */
export function schoolFacts(records: LocalRecords, identity: Identity): Observable<SchoolFacts> {
  return combineLatest([
    records.find('settings', {}),
    records.find('roster', {}),
    records.find('timetable', {}),
  ]).pipe(
    map(([settings, roster, timetable]) => buildFacts(identity, settings, roster, timetable)),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
}

const byClassName = new Intl.Collator('it', { numeric: true });

function buildFacts(
  identity: Identity,
  settings: readonly CollectionRecords['settings'][],
  roster: readonly CollectionRecords['roster'][],
  timetable: readonly CollectionRecords['timetable'][],
): SchoolFacts {
  const me = identity.person;
  const school = ofKind(settings, 'school')[0];
  const years = new Map(ofKind(settings, 'schoolYear').map((year) => [year.startYear, year]));
  const people = new Map<PersonId, Person>(ofKind(roster, 'person').map((person) => [person.id, person]));
  const subjects = new Map<string, Subject>(
    ofKind(roster, 'subject').map((subject) => [subject.id, subject]),
  );
  const classes = new Map<ClassId, SchoolClass>(ofKind(roster, 'class').map((one) => [one.id, one]));
  const enrolments = groupBy(ofKind(roster, 'enrolment'), (enrolment) => enrolment.class);
  const enrolmentsByPupil = groupBy(ofKind(roster, 'enrolment'), (enrolment) => enrolment.pupil);
  const assignments = ofKind(roster, 'assignment');
  const mine = assignments.filter((assignment) => assignment.teacher === me);
  const bellSchemes: readonly BellScheme[] = ofKind(timetable, 'bellScheme');
  const entries: ReadonlyMap<ClassId, readonly TimetableEntry[]> = groupBy(
    ofKind(timetable, 'timetableEntry'),
    (entry) => entry.class,
  );
  const wholeSchool = seesWholeSchool(identity);

  const facts: SchoolFacts = {
    me,
    school,
    person: (id) => people.get(id),
    schoolClass: (id) => classes.get(id),
    classes: () => [...classes.values()],
    subject: (id) => subjects.get(id),
    yearOn: (day) => years.get(startYearOf(day)),
    myClasses(day) {
      const own = new Set(mine.map((assignment) => assignment.class));
      return [...classes.values()]
        .filter((one) => one.startYear === startYearOf(day) && (wholeSchool || own.has(one.id)))
        .toSorted((a, b) => byClassName.compare(className(a), className(b)));
    },
    teachers: () =>
      [...new Set(assignments.map(({ teacher }) => teacher))].flatMap((id) => people.get(id) ?? []),
    myAssignments: (schoolClass, day) =>
      mine.filter((assignment) => assignment.class === schoolClass && holdsOn(assignment, day)),
    mySubjects(schoolClass, day) {
      const ids = new Set<SubjectId>(facts.myAssignments(schoolClass, day).map(({ subject }) => subject));
      return [...ids].flatMap((id) => subjects.get(id) ?? []);
    },
    enrolmentsOf: (schoolClass) => enrolments.get(schoolClass) ?? [],
    enrolmentsOfPupil: (pupil) => enrolmentsByPupil.get(pupil) ?? [],
    bellHours(id, day) {
      const schoolClass = classes.get(id);
      return (schoolClass && bellSchemeFor(bellSchemes, schoolClass, day)?.hours) ?? [];
    },
    plannedHours(id, day) {
      const schoolClass = classes.get(id);
      const year = facts.yearOn(day);
      if (!schoolClass || !year) return [];
      return classHours({ year, bellSchemes, entries: entries.get(id) ?? [] }, schoolClass, day);
    },
    hasBells: bellSchemes.length > 0,
    hasTimetable: (id) => entries.has(id),
    actor: (day) => ({
      school: identity.school,
      person: me,
      roles: identity.roles,
      classes: facts.myClasses(day).map(({ id }) => id),
      ...(identity.child ? { child: identity.child.person } : {}),
    }),
    writeFacts(schoolClass, day, pupil) {
      const own = pupil === undefined ? [] : facts.enrolmentsOfPupil(pupil);
      return {
        policies: school?.policies ?? DEFAULT_POLICIES,
        year: facts.yearOn(day) ?? null,
        hours: facts.bellHours(schoolClass, day),
        teaches: facts.myAssignments(schoolClass, day).length > 0,
        subjects: facts.mySubjects(schoolClass, day).map(({ id }) => id),
        ownHours: facts
          .plannedHours(schoolClass, day)
          .filter(({ teachers }) => teachers.includes(me))
          .map(({ hour }) => hour),
        enrolment: membershipOn(own, schoolClass, day),
      };
    },
  };
  return facts;
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function ofKind<K extends RecordKind>(
  records: readonly { readonly kind: RecordKind }[],
  kind: K,
): readonly RecordOfKind<K>[] {
  // The kind decides the type: that is what it is for.
  return records.filter((record) => record.kind === kind) as unknown as readonly RecordOfKind<K>[];
}
