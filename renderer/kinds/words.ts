import type { TFunction } from 'i18next';
import type { Observable } from 'rxjs';
import { parseLocalDate } from '../../domain/base/local-date.ts';
import {
  toClassId,
  toPersonId,
  toSubjectId,
  type ClassId,
  type LocalDate,
  type LocalTime,
  type PersonId,
} from '../../domain/base/ids.ts';
import type { Result } from '../../domain/base/result.ts';
import type { Assessment } from '../../domain/kinds/assessment/record.ts';
import type { ConflictNotice } from '../../domain/kinds/conflict-notice/record.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { listName } from '../../domain/kinds/person/record.ts';
import type { CommandFailure, CommandResult } from '../data/commands/outcome.ts';
import type { Register } from '../data/register.ts';
import type { SchoolIndex } from '../data/school/school-index.ts';
import type { HourPlace } from '../../domain/school/hour-place.ts';
import { classLabel } from '../i18n/class-label.ts';
import type { Format } from '../i18n/format.ts';
import type { RoomTexts } from '../i18n/texts.ts';

/** What the words are made with; the index knows the names that this computer has. */
export interface Words {
  readonly t: TFunction;
  readonly format: Format;
  readonly index: SchoolIndex | undefined;
  /** The columns of a gradebook of which something is told, by their keys, where its page has them. */
  readonly column?: ((id: string) => Assessment | undefined) | undefined;
}

/** An entry in the words of the school. */
export interface EntryText {
  readonly what: string;
  readonly where: string;
  /** The hour to open, where the entry is of one. */
  readonly place?: HourPlace;
}

/** A record as a device has handed it over: nobody has checked what is in it. */
export type Unchecked = Readonly<Record<string, unknown>>;

/** How the records of one kind are put into words, wherever somebody reads of them outside their own page. */
export interface KindWords<R extends RegisterRecord> {
  /** What one record of the kind is called: "Lezione". */
  readonly name: (words: Pick<Words, 't'>) => string;
  /** What an entry wrote, and where: "Assenza di Rossi Maria" · "1A, lun 23 nov, 1ª ora". */
  readonly entry: (record: R, before: R | undefined, words: Words) => EntryText;
  /**
   * The name of a field on which two people wrote, and one of the values as the page would show it; undefined for a field unknown here. Of two values that are
   * not the same it says two things (D78). What a value names by a key, the record of which it is may have.
   */
  readonly field: (field: string, words: Words, record?: string) => string | undefined;
  readonly value: (field: string, value: unknown, words: Words, record?: string) => string | undefined;
  /** The field of which both values stand where two people have written (D17). */
  readonly bothStand?: string;
  /** The columns of classes, where its records are told by them ({@link Words.column}). */
  readonly columns?: (register: Register, classes: readonly ClassId[]) => Observable<Words['column']>;
  /** What a record that was handed over would write: the clerk takes no entry into the register unread. */
  readonly handedOver: (record: Unchecked, words: Words) => readonly string[];
  /** What a document that cannot be read is about, as far as its key says it; undefined for a key of another form. */
  readonly parked: (id: string, words: Words) => EntryText | undefined;
}

/** What the addressee of a notice can do about it beside looking at it: of most kinds nothing. */
export interface NoticeActs {
  /** Writes a lost value again as it was and settles the notice; undefined where that cannot be done of this field, or the notice does not say where. */
  readonly putBack?: (notice: ConflictNotice) => ((register: Register) => Promise<CommandResult>) | undefined;
  readonly inTwoClasses?: InTwoClasses;
}

/** Of parts of mine in two classes at one hour, both of which stand: what is said, and how I take one of them back (D17). */
export interface InTwoClasses {
  readonly told: (words: Pick<Words, 't' | 'format'>, place: TwoClassesTold) => TwoClassesText;
  readonly withdraw: (register: Register, place: HourPlace) => Promise<Result<unknown, CommandFailure>>;
  readonly saidOnceWithdrawn: (words: Pick<Words, 't'>, name: string) => string;
}

/** Two classes by their names, and the hour that they have in common. */
interface TwoClassesTold {
  readonly first: string;
  readonly second: string;
  readonly hour: number;
}

/** What was written in both classes, why one is asked about it, and what is said once both are to stay. */
interface TwoClassesText {
  readonly what: string;
  readonly why: string;
  readonly kept: string;
}

/** All that the pages know of one kind: its words, the texts that they are made of, and what can be done about a notice. */
export interface KindRoom<R extends RegisterRecord> {
  readonly words: KindWords<R>;
  readonly texts: RoomTexts;
  readonly notices?: NoticeActs;
}

/** An entry of an hour or of a whole day, with its place. */
export function placedText(
  words: Words,
  what: string,
  { day, class: schoolClass }: { readonly day: LocalDate; readonly class: ClassId },
  hour: number | undefined,
): EntryText {
  const where = placeText(words, schoolClass, day, hour);
  return hour === undefined ? { what, where } : { what, where, place: { day, schoolClass, hour } };
}

/** Where an hour of a class is, as one line. */
export function placeText(
  { t, format, index }: Words,
  schoolClass: ClassId | undefined,
  day: LocalDate | undefined,
  hour: number | undefined,
): string {
  if (day === undefined) return '';
  const name = nameOfClass(schoolClass, { t, index });
  const place = { schoolClass: name, day: format.shortDay(day) };
  return hour === undefined
    ? t('entry.placeDay', place)
    : t('entry.place', { ...place, hour: format.hour(hour) });
}

/** The name of a class, or that it is one that this computer does not know. */
export function nameOfClass(
  schoolClass: ClassId | undefined,
  { t, index }: Pick<Words, 't' | 'index'>,
): string {
  const found = schoolClass === undefined ? undefined : index?.schoolClass(schoolClass);
  return found ? classLabel(found, index?.classes() ?? [], t) : t('entry.someClass');
}

/** Where an unchecked record says that it belongs: day, hour, class. */
export function uncheckedPlace(record: Unchecked, { t, format, index }: Words): string {
  const { day, hour } = record;
  const date = typeof day === 'string' ? parseLocalDate(day) : undefined;
  return [
    ...(date === undefined ? textsOf(record, ['day']) : [format.shortDay(date)]),
    ...(typeof hour === 'number' ? [format.hour(hour)] : []),
    ...uncheckedClass(record, { t, index }),
  ].join(' · ');
}

/** By what unchecked records are put in order: class, day, hour. */
export function uncheckedOrder(record: Unchecked, words: Pick<Words, 't' | 'index'>): readonly string[] {
  const { hour } = record;
  return [
    uncheckedClass(record, words).join(''),
    textsOf(record, ['day']).join(''),
    typeof hour === 'number' ? String(hour) : '',
  ];
}

function uncheckedClass(record: Unchecked, { t, index }: Pick<Words, 't' | 'index'>): readonly string[] {
  const id = textOf(record['class']);
  const schoolClass = id === undefined ? undefined : index?.schoolClass(toClassId(id));
  return schoolClass ? [classLabel(schoolClass, index?.classes() ?? [], t)] : textsOf(record, ['class']);
}

/** The name of a pupil as lists write it. */
export function pupilName({ t, index }: Words, pupil: PersonId | undefined): string {
  const person = pupil === undefined ? undefined : index?.person(pupil);
  return person ? listName(person) : t('entry.somePupil');
}

/** The name of somebody in an unchecked record; whom this device does not know has a name that tells the clerk nothing. */
export function somebodysName(id: unknown, { t, index }: Words): string {
  const key = textOf(id);
  const person = key === undefined ? undefined : index?.person(toPersonId(key));
  return person ? listName(person) : t('entry.somebody');
}

/** The name of a subject, as a record that nobody may have checked says it by its key. */
export function subjectName(id: unknown, { t, index }: Pick<Words, 't' | 'index'>): string {
  const key = textOf(id);
  return (key === undefined ? undefined : index?.subject(toSubjectId(key))?.name) ?? t('common.unknown');
}

/** A time of an event, as clocks show it. */
export function clockOf(time: LocalTime | undefined, format: Words['format']): string {
  return time === undefined ? '' : format.clock(time);
}

/** A plain text with something in it, and nothing that could be anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Those of the members that hold a text. */
export function textsOf(record: Unchecked, members: readonly string[]): readonly string[] {
  return members.flatMap((member) => textOf(record[member]) ?? []);
}

/** The objects in a list that nobody has checked. */
export function objectsOf(value: unknown): readonly Unchecked[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item): item is Unchecked => typeof item === 'object' && item !== null);
}
