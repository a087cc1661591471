import { groupBy } from '../base/group-by.ts';
import type { RecordKind, RecordOfKind, RegisterRecord } from './registry.ts';

/** Records by their kind. */
export type RecordsByKind = <K extends RecordKind>(kind: K) => readonly RecordOfKind<K>[];

/** Sorts records by their kind, in the order in which they come. */
export function byKind(records: Iterable<RegisterRecord>): RecordsByKind {
  const groups = groupBy(records, ({ kind }) => kind);
  // The kind decides the type: that is what it is for.
  return <K extends RecordKind>(kind: K) => (groups.get(kind) ?? []) as unknown as readonly RecordOfKind<K>[];
}

/** Those of the records that describe the school, for its view. */
export function schoolRecordsIn(of: RecordsByKind) {
  return {
    school: of('school'),
    schoolYear: of('schoolYear'),
    class: of('class'),
    subject: of('subject'),
    person: of('person'),
    enrolment: of('enrolment'),
    assignment: of('assignment'),
    appointment: of('appointment'),
    group: of('group'),
    groupMembership: of('groupMembership'),
    religionChoice: of('religionChoice'),
    derogation: of('derogation'),
    hoursElsewhere: of('hoursElsewhere'),
    guardianship: of('guardianship'),
    delegate: of('delegate'),
    bellScheme: of('bellScheme'),
    nameList: of('nameList'),
    timetableEntry: of('timetableEntry'),
    substitution: of('substitution'),
  };
}
