import type { TFunction } from 'i18next';
import { toClassId, toPersonId } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { ATTENDANCE_EVENT_KINDS } from '../../../domain/kinds/attendance-day/record.ts';
import { SIGNATURE_TYPES } from '../../../domain/kinds/lesson/record.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { Directory } from '../../data/register.ts';
import { classLabel } from '../../i18n/class-label.ts';
import type { Format } from '../../i18n/format.ts';

/** A record as a device has handed it over: nobody has checked what is in it. */
type Unchecked = Readonly<Record<string, unknown>>;

/** What the words are made with; names are those that this computer knows. */
export interface RecordWords {
  readonly t: TFunction;
  readonly format: Pick<Format, 'shortDay' | 'hour'>;
  readonly names: Directory | undefined;
}

/** A record in words, before a clerk decides on it. */
export interface RecordText {
  /** Where it belongs: day, hour, class. */
  readonly place: string;
  /** What would stand in the register: "Assente", topic, signatures. */
  readonly said: readonly string[];
}

/** Says where a record belongs and what it would write: the clerk takes no entry into the register unread. */
export function recordText(record: Unchecked, words: RecordWords): RecordText {
  const place = placeOf(record, words).join(' · ');
  switch (record['kind']) {
    case 'attendanceDay':
      return { place, said: attendance(record, words) };
    case 'lesson':
      return { place, said: lesson(record, words) };
    default:
      return { place, said: texts(record, ['topic', 'activity']) };
  }
}

function placeOf(record: Unchecked, { t, format, names }: RecordWords): readonly string[] {
  const { day, hour } = record;
  const date = typeof day === 'string' ? parseLocalDate(day) : undefined;
  const id = text(record['class']);
  const schoolClass = id === undefined ? undefined : names?.schoolClass(toClassId(id));
  return [
    ...(date === undefined ? texts(record, ['day']) : [format.shortDay(date)]),
    ...(typeof hour === 'number' ? [format.hour(hour)] : []),
    ...(schoolClass ? [classLabel(schoolClass, names?.classes() ?? [], t)] : texts(record, ['class'])),
  ];
}

function attendance(record: Unchecked, words: RecordWords): readonly string[] {
  const { t, format } = words;
  const name = nameOf(record['pupil'], words);
  const events = objects(record['events']).flatMap((event) => {
    const kind = ATTENDANCE_EVENT_KINDS.find((each) => each === event['kind']);
    const hour = typeof event['hour'] === 'number' ? format.hour(event['hour']) : '';
    if (kind === undefined) return texts(event, ['kind']);
    const said = t(`sync.entry.${kind}Value`, { time: text(event['time']) ?? '', hour });
    return [kind === 'absent' && hour !== '' ? t('accounts.handOvers.inHour', { said, hour }) : said];
  });
  // A day without events is one on which the pupil was there.
  const marks = events.length === 0 ? [t('sync.entry.presentValue')] : events;
  return [`${name}: ${marks.join(', ')}`];
}

function lesson(record: Unchecked, words: RecordWords): readonly string[] {
  const { t } = words;
  const signatures = objects(record['signatures']).map((signature) => {
    const type = SIGNATURE_TYPES.find((each) => each === signature['type']);
    const name = nameOf(signature['teacher'], words);
    return type === undefined || type === 'ordinary'
      ? t('accounts.handOvers.signature', { name })
      : t('accounts.handOvers.signatureAs', { name, as: t(`accounts.handOvers.signedAs.${type}`) });
  });
  const [topic, activity] = [text(record['topic']), text(record['activity'])];
  return [
    ...(signatures.length === 0 ? [t('accounts.handOvers.unsigned')] : signatures),
    ...(objects([record['rollCall']]).length === 0 ? [] : [t('sync.entry.rollCall')]),
    ...(topic === undefined ? [] : [t('sync.entry.topic', { text: topic })]),
    ...(activity === undefined ? [] : [t('sync.entry.activity', { text: activity })]),
  ];
}

function nameOf(id: unknown, { t, names }: RecordWords): string {
  const key = text(id);
  const person = key === undefined ? undefined : names?.person(toPersonId(key));
  // Whom this device does not know has a name that tells the clerk nothing.
  return person ? listName(person) : t('accounts.handOvers.somebody');
}

/** A plain text with something in it, and nothing that could be anything else. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(record: Unchecked, members: readonly string[]): readonly string[] {
  return members.flatMap((member) => text(record[member]) ?? []);
}

function objects(value: unknown): readonly Unchecked[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item): item is Unchecked => typeof item === 'object' && item !== null);
}
