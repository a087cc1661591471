import type { Infer } from '../base/schema.ts';
import type { AnyFieldRule } from '../record/field-rules.ts';
import type { Kind } from '../record/kind.ts';
import type { WriteFacts } from '../school/write-facts.ts';
import { appointmentKind } from './appointment/kind.ts';
import { assignmentKind } from './assignment/kind.ts';
import { assessmentKind } from './assessment/kind.ts';
import { attendanceDayKind } from './attendance-day/kind.ts';
import { bellSchemeKind } from './bell-scheme/kind.ts';
import { classMovementKind } from './class-movement/kind.ts';
import { classKind } from './class/kind.ts';
import { conflictNoticeKind } from './conflict-notice/kind.ts';
import { delegateKind } from './delegate/kind.ts';
import { derogationKind } from './derogation/kind.ts';
import { earlierGradeKind } from './earlier-grade/kind.ts';
import { enrolmentKind } from './enrolment/kind.ts';
import { groupMembershipKind } from './group-membership/kind.ts';
import { gradeKind } from './grade/kind.ts';
import { groupKind } from './group/kind.ts';
import { guardianshipKind } from './guardianship/kind.ts';
import { hoursElsewhereKind } from './hours-elsewhere/kind.ts';
import { hoursOfLeftClassKind } from './hours-of-left-class/kind.ts';
import { justificationKind } from './justification/kind.ts';
import { lessonKind } from './lesson/kind.ts';
import { nameListKind } from './name-list/kind.ts';
import { permitKind } from './permit/kind.ts';
import { plannedLessonKind } from './planned-lesson/kind.ts';
import { personKind } from './person/kind.ts';
import { personalDataKind } from './personal-data/kind.ts';
import { proposalKind } from './proposal/kind.ts';
import { presenceElsewhereKind } from './presence-elsewhere/kind.ts';
import { religionChoiceKind } from './religion-choice/kind.ts';
import { schoolYearKind } from './school-year/kind.ts';
import { schoolKind } from './school/kind.ts';
import { standingAuthorisationKind } from './standing-authorisation/kind.ts';
import { subjectKind } from './subject/kind.ts';
import { substitutionKind } from './substitution/kind.ts';
import { supportTopicKind } from './support-topic/kind.ts';
import { syllabusKind } from './syllabus/kind.ts';
import { timetableEntryKind } from './timetable-entry/kind.ts';

/** Every kind of record, by name. A new kind is its folder and its line here; everything else is derived. */
export const kinds = {
  school: schoolKind,
  schoolYear: schoolYearKind,
  class: classKind,
  subject: subjectKind,
  person: personKind,
  personalData: personalDataKind,
  enrolment: enrolmentKind,
  assignment: assignmentKind,
  appointment: appointmentKind,
  group: groupKind,
  groupMembership: groupMembershipKind,
  religionChoice: religionChoiceKind,
  derogation: derogationKind,
  hoursElsewhere: hoursElsewhereKind,
  guardianship: guardianshipKind,
  delegate: delegateKind,
  standingAuthorisation: standingAuthorisationKind,
  nameList: nameListKind,
  bellScheme: bellSchemeKind,
  timetableEntry: timetableEntryKind,
  substitution: substitutionKind,
  lesson: lessonKind,
  attendanceDay: attendanceDayKind,
  presenceElsewhere: presenceElsewhereKind,
  classMovement: classMovementKind,
  hoursOfLeftClass: hoursOfLeftClassKind,
  justification: justificationKind,
  permit: permitKind,
  assessment: assessmentKind,
  grade: gradeKind,
  proposal: proposalKind,
  earlierGrade: earlierGradeKind,
  syllabus: syllabusKind,
  plannedLesson: plannedLessonKind,
  supportTopic: supportTopicKind,
  conflictNotice: conflictNoticeKind,
} as const;

type KindTable = typeof kinds;

/** The `kind` of any record. */
export type RecordKind = keyof KindTable;
/** The record type of a kind. */
export type RecordOfKind<K extends RecordKind> = Infer<KindTable[K]['schema']>;
/** Any record of the register. */
export type RegisterRecord = { readonly [K in RecordKind]: RecordOfKind<K> }[RecordKind];

/** A kind as the machinery sees it: it gives the kind's own functions the records of that kind, and knows nothing else of them. */
export interface AnyKind extends Omit<Kind<RegisterRecord, WriteFacts>, 'fields'> {
  readonly fields: Readonly<Record<string, AnyFieldRule>>;
}

/** Each kind of a table by its name, and none by the name of a member of objects. */
export function kindsByName(table: Readonly<Record<string, unknown>>): ReadonlyMap<unknown, AnyKind> {
  // A record goes to the kind that its own member `kind` names, so that each function gets the records it was written for.
  return new Map(Object.entries(table).map(([name, kind]) => [name, kind as AnyKind]));
}

const byName = kindsByName(kinds);

/** All kinds, as the machinery sees them. */
export const allKinds: readonly AnyKind[] = [...byName.values()];

/** The kind of a record. */
export function kindOf(record: Pick<RegisterRecord, 'kind'>): AnyKind {
  // A record's type allows no other name than those of the registry.
  return byName.get(record.kind) as AnyKind;
}

/** The kind of this name; undefined for what is none, or was made by a later version of the app. */
export function kindNamed(name: unknown): AnyKind | undefined {
  return byName.get(name);
}
