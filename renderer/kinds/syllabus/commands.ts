import type { ClassId, LocalDate, SubjectId } from '../../../domain/base/ids.ts';
import { isSameTopic } from '../../../domain/kinds/syllabus/done-topics.ts';
import {
  MOST_SYLLABUS_ITEMS,
  syllabusDay,
  syllabusId,
  type Syllabus,
  type SyllabusItem,
} from '../../../domain/kinds/syllabus/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { CommandResult } from '../../data/commands/outcome.ts';
import type { Version } from '../../data/commands/run.ts';
import type { Register } from '../../data/register.ts';
import type { SyllabusRow } from './read-rows.ts';

/** One subject in one class, in the school year of a day. */
export interface Course {
  readonly schoolClass: ClassId;
  readonly subject: SubjectId;
  readonly day: LocalDate;
}

/** Adds topics at the end of a syllabus; those that it has already stay as they are. */
export function addTopics(
  register: Pick<Register, 'run'>,
  course: Course,
  rows: readonly SyllabusRow[],
): Promise<CommandResult> {
  return change(register, course, (items, made) => {
    const last = Math.max(-1, ...items.map(({ position }) => position));
    const isNew = ({ topic }: SyllabusRow) => !items.some((item) => isSameTopic(item.topic, topic));
    const room = Math.max(0, MOST_SYLLABUS_ITEMS - items.length);
    const { entry, ...by } = made;
    const added = rows
      .filter(isNew)
      .slice(0, room)
      .map((row, index) => ({ ...row, ...by, id: `${entry}.${index}`, position: last + 1 + index }));
    return added.length === 0 ? undefined : [...items, ...added];
  });
}

/** Ticks a topic off by hand, or takes the tick away. */
export function tickTopic(
  register: Pick<Register, 'run'>,
  course: Course,
  id: string,
  isDone: boolean,
): Promise<CommandResult> {
  return change(register, course, (items, made) =>
    items.map((item) => {
      if (item.id !== id) return item;
      const { doneOn: _before, ...rest } = item;
      return { ...rest, by: made.by, at: made.at, ...(isDone ? { doneOn: course.day } : {}) };
    }),
  );
}

/** Takes a topic out of a syllabus. */
export function removeTopic(
  register: Pick<Register, 'run'>,
  course: Course,
  id: string,
): Promise<CommandResult> {
  return change(register, course, (items) => items.filter((item) => item.id !== id));
}

type Made = Pick<SyllabusItem, 'by' | 'at'> & Pick<Version, 'entry'>;

function change(
  { run }: Pick<Register, 'run'>,
  { schoolClass, subject, day }: Course,
  next: (items: readonly SyllabusItem[], made: Made) => readonly SyllabusItem[] | undefined,
): Promise<CommandResult> {
  const id = syllabusId(schoolClass, subject);
  const ofYear = syllabusDay(startYearOf(day));
  return run({
    collection: 'lessons',
    id,
    members: { day: ofYear, class: schoolClass, kind: 'syllabus' },
    day,
    writeFacts: (facts) => facts.writeFacts(schoolClass, ofYear),
    change({ current }, facts, version): Syllabus | undefined {
      const before = current?.kind === 'syllabus' ? current.topics : [];
      const { entry, recordedAt } = version;
      const items = next(before, { by: facts.me, at: recordedAt, entry });
      if (!items) return undefined;
      return {
        ...version,
        id,
        kind: 'syllabus',
        day: ofYear,
        class: schoolClass,
        subject,
        topics: [...items],
      };
    },
  });
}
