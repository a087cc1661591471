import type { TFunction } from 'i18next';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { JournalEntry } from '../../../domain/protocol/bridge.ts';
import type { AttendanceDay, AttendanceEvent } from '../../../domain/kinds/attendance-day/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { ClassId, LocalDate, LocalTime, PersonId } from '../../../domain/base/ids.ts';
import type { Directory, HourPlace } from '../../data/register.ts';
import { classLabel } from '../../i18n/class-label.ts';
import type { Format } from '../../i18n/format.ts';

/** What the words are made with. */
export interface Words {
  readonly t: TFunction;
  readonly format: Format;
  readonly directory: Directory | undefined;
}

/** An entry of the journal in the words of the school. */
export interface EntryText {
  readonly what: string;
  readonly where: string;
  /** The hour to open, where the entry is of one. */
  readonly place?: HourPlace;
}

/** Says what an entry wrote, and where: "Assenza di Rossi Maria" · "1A, lun 23 nov, 1ª ora". */
export function describeEntry(entry: JournalEntry, words: Words): EntryText {
  const { record, assumed } = entry;
  const { t } = words;
  switch (record.kind) {
    case 'attendanceDay': {
      const hour = writtenHour(record, assumed?.kind === 'attendanceDay' ? assumed : undefined);
      return { what: attendanceText(record, words), ...placed(words, record, hour) };
    }
    case 'lesson':
      return {
        what: lessonText(record, assumed?.kind === 'lesson' ? assumed : undefined, words),
        ...placed(words, record, record.hour),
      };
    case 'conflictNotice':
      return { what: t('sync.entry.conflictSeen'), where: '' };
    default:
      return { what: t('sync.entry.other'), where: '' };
  }
}

function placed(
  words: Words,
  { day, class: schoolClass }: AttendanceDay | Lesson,
  hour: number | undefined,
): Omit<EntryText, 'what'> {
  const where = placeText(words, schoolClass, day, hour);
  return hour === undefined ? { where } : { where, place: { day, schoolClass, hour } };
}

/** The hour that an entry is about: of what it brought, else of what it took away, since a mark taken back leaves nothing. */
function writtenHour(record: AttendanceDay, before: AttendanceDay | undefined): number | undefined {
  const isIn = (events: readonly AttendanceEvent[], event: AttendanceEvent) =>
    events.some((each) => equalJson(each, event));
  const earlier = before?.events ?? [];
  const brought = record.events.filter((event) => !isIn(earlier, event));
  const taken = earlier.filter((event) => !isIn(record.events, event));
  return [...brought, ...taken, ...record.events.toReversed()][0]?.hour;
}

/** Where an hour of a class is, as one line. */
export function placeText(
  { t, format, directory }: Words,
  schoolClass: ClassId | undefined,
  day: LocalDate | undefined,
  hour: number | undefined,
): string {
  if (day === undefined) return '';
  const found = schoolClass === undefined ? undefined : directory?.schoolClass(schoolClass);
  const name = found ? classLabel(found, directory?.classes() ?? [], t) : t('sync.entry.someClass');
  const place = { schoolClass: name, day: format.shortDay(day) };
  return hour === undefined
    ? t('sync.entry.placeDay', place)
    : t('sync.entry.place', { ...place, hour: format.hour(hour) });
}

/** The name of a pupil as lists write it. */
export function pupilName({ t, directory }: Words, pupil: PersonId | undefined): string {
  const person = pupil === undefined ? undefined : directory?.person(pupil);
  return person ? listName(person) : t('sync.entry.somePupil');
}

function attendanceText(record: AttendanceDay, words: Words): string {
  const name = pupilName(words, record.pupil);
  if (record.events.length === 0) return words.t('sync.entry.present', { name });
  return record.events.map((event) => eventText(event, name, words)).join(' · ');
}

function eventText(event: AttendanceEvent, name: string, { t, format }: Words): string {
  return t(`sync.entry.${event.kind}`, { name, time: clockOf(event.time, format) });
}

function lessonText(record: Lesson, before: Lesson | undefined, { t }: Words): string {
  const parts: string[] = [];
  const signed = record.signatures.length - (before?.signatures.length ?? 0);
  if (signed > 0) parts.push(t('sync.entry.signature'));
  if (signed < 0) parts.push(t('sync.entry.withdrawal'));
  if (record.rollCall && record.rollCall.at !== before?.rollCall?.at) parts.push(t('sync.entry.rollCall'));
  if (record.topic !== (before?.topic ?? '')) parts.push(t('sync.entry.topic', { text: record.topic }));
  if (record.activity !== (before?.activity ?? ''))
    parts.push(t('sync.entry.activity', { text: record.activity }));
  return parts.length > 0 ? parts.join(' · ') : t('sync.entry.lesson');
}

/** A time of an event, as clocks show it. */
export function clockOf(time: LocalTime | undefined, format: Format): string {
  return time === undefined ? '' : format.clock(time);
}
