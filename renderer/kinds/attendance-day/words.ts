import { equalJson } from '../../../domain/base/canonical-json.ts';
import { toPersonId } from '../../../domain/base/ids.ts';
import { parseLocalDate, parseLocalTime } from '../../../domain/base/local-date.ts';
import {
  ATTENDANCE_EVENT_KINDS,
  type AttendanceDay,
  type AttendanceEvent,
} from '../../../domain/kinds/attendance-day/record.ts';
import type { ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import type { Register } from '../../data/register.ts';
import {
  clockOf,
  objectsOf,
  placedText,
  pupilName,
  somebodysName,
  textOf,
  textsOf,
  type KindWords,
  type Unchecked,
  type Words,
} from '../words.ts';
import { putMarkBack } from './commands.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const KEY = /^(\d{4}-\d\d-\d\d)\.(.+)$/;

const words: KindWords<AttendanceDay> = {
  name: ({ t }) => t('attendanceDay.name'),
  entry: (record, before, words) =>
    placedText(words, writtenText(record, before, words), record, writtenHour(record, before)),
  field: (field, { t }) => (field === 'events' ? t('attendanceDay.events') : undefined),
  value: (field, value, words) => (field === 'events' ? eventsText(value, words) : undefined),
  handedOver(record, words) {
    const { t } = words;
    const events = objectsOf(record['events']).flatMap((event) => handedOverEvent(event, words));
    // A day without events is one on which the pupil was there.
    const marks = events.length === 0 ? [t('attendanceDay.presentValue')] : events;
    return [`${somebodysName(record['pupil'], words)}: ${marks.join(' · ')}`];
  },
  parked(id, words) {
    const [, dayText = '', pupil = ''] = KEY.exec(id) ?? [];
    const day = parseLocalDate(dayText);
    if (day === undefined) return undefined;
    const name = pupilName(words, toPersonId(pupil));
    return { what: words.t('attendanceDay.dayOf', { name }), where: words.format.shortDay(day) };
  },
};

/** A pupil's day in words. */
export const attendanceDay = { words, texts: { it, en }, notices: { putBack: markToPutBack } } as const;

/** A mark is put back in the hour in which it was lost. */
function markToPutBack(notice: ConflictNotice) {
  const { field, pupil, hour } = notice;
  if (field !== 'events' || pupil === undefined || hour === undefined) return undefined;
  return (register: Register) => putMarkBack(register, notice);
}

/** What an entry brought, else what it took away: the rest of the day was written before it, or by somebody else. */
function writtenText(record: AttendanceDay, before: AttendanceDay | undefined, words: Words): string {
  const { t } = words;
  const name = pupilName(words, record.pupil);
  const { brought, taken } = changesOf(record, before);
  if (brought.length > 0) return marksText(brought, name, words);
  if (record.events.length === 0) return t('attendanceDay.present', { name });
  if (taken.length > 0) return t('attendanceDay.takenBack', { mark: marksText(taken, name, words) });
  return t('attendanceDay.dayOf', { name });
}

function marksText(events: readonly AttendanceEvent[], name: string, { t, format }: Words): string {
  return inOrder(events)
    .map((event) => t(`attendanceDay.${event.kind}`, { name, time: clockOf(event.time, format) }))
    .join(' · ');
}

/** As they happened: events are kept by their kinds. */
function inOrder(events: readonly AttendanceEvent[]): readonly AttendanceEvent[] {
  return events.toSorted((a, b) => a.hour - b.hour || (a.time ?? '').localeCompare(b.time ?? ''));
}

/** The hour that an entry is about: of what it brought, else of what it took away, since a mark taken back leaves nothing. */
function writtenHour(record: AttendanceDay, before: AttendanceDay | undefined): number | undefined {
  const { brought, taken } = changesOf(record, before);
  return [...brought, ...taken, ...record.events.toReversed()][0]?.hour;
}

function changesOf(
  { events }: AttendanceDay,
  before: AttendanceDay | undefined,
): { readonly brought: readonly AttendanceEvent[]; readonly taken: readonly AttendanceEvent[] } {
  const isIn = (list: readonly AttendanceEvent[], event: AttendanceEvent) =>
    list.some((each) => equalJson(each, event));
  const earlier = before?.events ?? [];
  return {
    brought: events.filter((event) => !isIn(earlier, event)),
    taken: earlier.filter((event) => !isIn(events, event)),
  };
}

function eventsText(value: unknown, { t, format }: Words): string {
  // Of what others have written somebody who may not read the day hears that it is there, and no more.
  if (value === null) return t('entry.notTold');
  if (!Array.isArray(value) || value.length === 0) return t('attendanceDay.presentValue');
  const events: readonly unknown[] = value;
  return events
    .toSorted((a, b) => placeInDay(a).localeCompare(placeInDay(b)))
    .map((item) => {
      const [event = {}] = objectsOf([item]);
      const kind = ATTENDANCE_EVENT_KINDS.find((each) => each === event['kind']);
      if (kind === undefined) return t('entry.other');
      const time = clockOf(parseLocalTime(textOf(event['time']) ?? ''), format);
      return t(`attendanceDay.${kind}Value`, { time, hour: format.hour(Number(event['hour'])) });
    })
    .join(' · ');
}

/** By hour and time: as they happened, whatever kinds they are. */
function placeInDay(item: unknown): string {
  const [event = {}] = objectsOf([item]);
  return `${String(event['hour']).padStart(2, '0')} ${textOf(event['time']) ?? ''}`;
}

function handedOverEvent(event: Unchecked, { t, format }: Words): readonly string[] {
  // In the place of what it does not say: a sentence with a hole in it would be read past.
  const unsaid = t('common.unknown');
  const kind = ATTENDANCE_EVENT_KINDS.find((each) => each === event['kind']);
  const hour = typeof event['hour'] === 'number' ? format.hour(event['hour']) : unsaid;
  if (kind === undefined) return textsOf(event, ['kind']);
  const said = t(`attendanceDay.${kind}Value`, { time: textOf(event['time']) ?? unsaid, hour });
  return [kind === 'absent' ? t('attendanceDay.inHour', { said, hour }) : said];
}
