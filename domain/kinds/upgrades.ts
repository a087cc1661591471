import type { RecordKind, RegisterRecord } from './collections.ts';

/** The members of a record whose shape is not known yet. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * One change of a kind's shape: brings a record of before to the shape of after, and gives one that has it already back as it is. It
 * invents nothing that somebody would have had to say; what was never asked stays out, or gets the value that says so.
 */
export interface Upgrade {
  /** What the change was, in a few words: the name of its test. */
  readonly name: string;
  /** The first version of the protocol that has the shape of after. */
  readonly since: number;
  readonly upgrade: (record: Members) => Members;
}

/** The upgrades of each kind, in the order in which its shape has changed. */
export type Upgrades = { readonly [K in RecordKind]: readonly Upgrade[] };

/**
 * How the shape of each kind has changed since it was released. A stored version is never rewritten, and an old device may always
 * deliver: so whoever reads a record (from the history, from a request, from the local store) upgrades it first.
 */
export const upgrades: Upgrades = {
  school: [],
  schoolYear: [],
  class: [],
  subject: [],
  person: [],
  personalData: [],
  enrolment: [],
  assignment: [],
  bellScheme: [],
  timetableEntry: [],
  lesson: [],
  attendanceDay: [],
  conflictNotice: [],
};

/** A value in the shape of today, where it is a record of a known kind; anything else as it is. Whether it is valid is another question. */
export function upgraded(value: unknown, known: Upgrades = upgrades): unknown {
  if (typeof value !== 'object' || value === null) return value;
  let record = value as Members;
  const { kind } = record;
  if (typeof kind !== 'string' || !Object.hasOwn(known, kind)) return value;
  // The line before says that it is one of the kinds.
  for (const { upgrade } of known[kind as RecordKind]) record = upgrade(record);
  return record;
}

/** The version of the protocol in which the shape of a kind changed last; undefined for one that has its first shape, or is unknown. */
export function changedIn(kind: unknown, known: Upgrades = upgrades): number | undefined {
  if (typeof kind !== 'string' || !Object.hasOwn(known, kind)) return undefined;
  // The line before says that it is one of the kinds.
  return known[kind as RecordKind].at(-1)?.since;
}

/** Reads a record that was valid when it was stored as JSON text, in the shape of today. */
export function storedRecord(json: string): RegisterRecord {
  // Nothing is stored that was not valid, and the upgrades of its kind have brought it here since.
  return upgraded(JSON.parse(json)) as RegisterRecord;
}
