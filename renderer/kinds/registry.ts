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
import type { KindRoom, KindWords } from './words.ts';

/** The kinds that devices write: somebody reads of their entries before they have arrived, when they are refused, or are handed over. */
type WrittenKind = {
  [K in RecordKind]: 'device' extends (typeof kinds)[K]['writers'][number] ? K : never;
}[RecordKind];

/** Each of them as the pages know it: the compiler asks for that of a new kind. */
const rooms = {
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

const byName = new Map<unknown, KindWords<RegisterRecord>>(
  // A record goes to the words of its own kind alone.
  Object.entries(rooms).map(([name, { words }]) => [name, words as unknown as KindWords<RegisterRecord>]),
);

/** The words of the kind of this name; undefined for one that no device writes, or that a later version of the app has made. */
export function wordsOf(kind: unknown): KindWords<RegisterRecord> | undefined {
  return byName.get(kind);
}
