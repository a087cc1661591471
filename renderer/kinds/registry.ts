import type { kinds, RecordKind, RecordOfKind, RegisterRecord } from '../../domain/kinds/registry.ts';
import { assessment } from './assessment/words.ts';
import { attendanceDay } from './attendance-day/words.ts';
import { classMovement } from './class-movement/words.ts';
import { conflictNotice } from './conflict-notice/words.ts';
import { earlierGrade } from './earlier-grade/words.ts';
import { grade } from './grade/words.ts';
import { justification } from './justification/words.ts';
import { lesson } from './lesson/words.ts';
import { permit } from './permit/words.ts';
import { plannedLesson } from './planned-lesson/words.ts';
import { presenceElsewhere } from './presence-elsewhere/words.ts';
import { proposal } from './proposal/words.ts';
import { supportTopic } from './support-topic/words.ts';
import { syllabus } from './syllabus/words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';
import type { KindRoom, KindWords, NoticeActs } from './words.ts';

/** The kinds that devices write: somebody reads of their entries before they have arrived, when they are refused, or are handed over. */
type WrittenKind = {
  [K in RecordKind]: 'device' extends (typeof kinds)[K]['writers'][number] ? K : never;
}[RecordKind];

/** Each of them as the pages know it: the compiler asks for that of a new kind. */
export const rooms = {
  lesson,
  attendanceDay,
  presenceElsewhere,
  classMovement,
  justification,
  permit,
  assessment,
  grade,
  proposal,
  earlierGrade,
  syllabus,
  plannedLesson,
  supportTopic,
  conflictNotice,
} as const satisfies {
  readonly [K in WrittenKind]: KindRoom<RecordOfKind<K>>;
};

/** The texts of all kinds, and those that every kind is told with. */
export const kindTexts = [{ it, en }, ...Object.values(rooms).map(({ texts }) => texts)] as const;

/** What is asked of the rooms of a table, each by the name of its kind. */
export function askedOf(table: Readonly<Record<string, unknown>>) {
  // A record goes to the room of its own kind alone.
  const byName = new Map<unknown, KindRoom<RegisterRecord>>(
    Object.entries(table).map(([name, room]) => [name, room as KindRoom<RegisterRecord>]),
  );
  return {
    /** The words of the kind of this name; undefined for one that no device writes, or that a later version of the app has made. */
    wordsOf: (kind: unknown): KindWords<RegisterRecord> | undefined => byName.get(kind)?.words,
    /** What can be done about a notice of a record of this kind. */
    noticeActsOf: (kind: unknown): NoticeActs => byName.get(kind)?.notices ?? {},
  };
}

/** What is asked of the rooms of all kinds. */
export const { wordsOf, noticeActsOf } = askedOf(rooms);
