import { assignmentSchema, type Assignment } from './assignment/record.ts';
import { attendanceDaySchema, type AttendanceDay } from './attendance-day/record.ts';
import { bellSchemeSchema, type BellScheme } from './bell-scheme/record.ts';
import { classSchema, type SchoolClass } from './class/record.ts';
import { conflictNoticeSchema, type ConflictNotice } from './conflict-notice/record.ts';
import { enrolmentSchema, type Enrolment } from './enrolment/record.ts';
import { lessonSchema, type Lesson } from './lesson/record.ts';
import { personSchema, type Person } from './person/record.ts';
import { personalDataSchema, type PersonalData } from './personal-data/record.ts';
import { schoolYearSchema, type SchoolYear } from './school-year/record.ts';
import { schoolSchema, type School } from './school/record.ts';
import { subjectSchema, type Subject } from './subject/record.ts';
import { timetableEntrySchema, type TimetableEntry } from './timetable-entry/record.ts';

/** The record kinds of each collection. RxDB opens at most 13 collections: kinds that belong together share one. */
export interface CollectionRecords {
  readonly settings: School | SchoolYear;
  readonly roster: SchoolClass | Subject | Person | PersonalData | Enrolment | Assignment;
  readonly timetable: BellScheme | TimetableEntry;
  readonly lessons: Lesson;
  readonly attendance: AttendanceDay;
  readonly personal: ConflictNotice;
}

/** Name of a synchronised collection. */
export type CollectionName = keyof CollectionRecords;
/** Any record of the register. */
export type RegisterRecord = CollectionRecords[CollectionName];
/** The `kind` of any record. */
export type RecordKind = RegisterRecord['kind'];
/** The record type of a kind. */
export type RecordOfKind<K extends RecordKind> = Extract<RegisterRecord, { readonly kind: K }>;

/**
 * The whole data model on one screen: per collection its schema version, the record schemas by kind, the indexes of the device's
 * store (fields that every kind of the collection has), and whether devices write it or only read it.
 */
export const collections = {
  settings: {
    version: 0,
    kinds: { school: schoolSchema, schoolYear: schoolYearSchema },
    indexes: ['kind'],
    deviceWrites: false,
  },
  roster: {
    version: 0,
    kinds: {
      class: classSchema,
      subject: subjectSchema,
      person: personSchema,
      personalData: personalDataSchema,
      enrolment: enrolmentSchema,
      assignment: assignmentSchema,
    },
    indexes: ['kind'],
    deviceWrites: false,
  },
  timetable: {
    version: 0,
    kinds: { bellScheme: bellSchemeSchema, timetableEntry: timetableEntrySchema },
    indexes: ['kind'],
    deviceWrites: false,
  },
  lessons: {
    version: 0,
    kinds: { lesson: lessonSchema },
    indexes: ['day', ['class', 'day']],
    deviceWrites: true,
  },
  attendance: {
    version: 0,
    kinds: { attendanceDay: attendanceDaySchema },
    indexes: ['day', ['class', 'day']],
    deviceWrites: true,
  },
  personal: {
    version: 0,
    kinds: { conflictNotice: conflictNoticeSchema },
    indexes: ['kind'],
    deviceWrites: true,
  },
} as const;

/** Every collection, in the order in which a device needs them. */
export const COLLECTION_NAMES = [
  'settings',
  'roster',
  'timetable',
  'lessons',
  'attendance',
  'personal',
] as const satisfies readonly CollectionName[];

/** Narrows an unknown string to a collection name. */
export function isCollectionName(name: string): name is CollectionName {
  return Object.hasOwn(collections, name);
}
