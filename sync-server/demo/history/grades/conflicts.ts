import { conflictNoticeId, type ConflictNotice } from '../../../../domain/kinds/conflict-notice/record.ts';
import type { Stamp } from '../../stamp.ts';
import type { HistorySource } from '../history-source.ts';
import type { AssessedCourse } from './gradebook.ts';

const FIELD = 'value';

/**
 * What two teachers of a course are told who wrote the same cell without a network: the one whose grade did not stand, and the one whose did. In a course of
 * the printed class that two teach; nothing where there is none.
 */
export function conflictsOn(
  shown: readonly AssessedCourse[],
  { entries }: Pick<HistorySource, 'entries'>,
  stamp: Stamp,
): readonly ConflictNotice[] {
  for (const { course, grades } of shown) {
    const taught = entries.find(
      (entry) =>
        entry.class === course.schoolClass.id &&
        entry.subject === course.subject &&
        entry.teachers.length > 1,
    );
    const grade = grades.findLast(({ value }) => value.quarters !== undefined);
    const loser = taught?.teachers.find((teacher) => teacher !== grade?.author);
    if (!grade || loser === undefined) continue;
    const { author: winner, recordedAt, value } = grade;
    const { entry } = stamp.envelope(loser, recordedAt);
    const said = {
      school: stamp.school,
      kind: 'conflictNotice',
      recordedAt,
      recordKind: 'grade',
      recordCollection: 'grades',
      record: grade.id,
      class: grade.class,
      day: grade.day,
      pupil: grade.pupil,
      field: FIELD,
      lost: JSON.stringify({ quarters: Math.max(8, (value.quarters ?? 0) - 2) }),
      kept: JSON.stringify(value),
      lostRecordedAt: recordedAt,
      keptRecordedAt: recordedAt,
      seen: false,
    } as const;
    return [
      {
        ...said,
        id: conflictNoticeId(loser, entry, FIELD),
        entry: stamp.envelope(winner, recordedAt).entry,
        author: winner,
        addressee: loser,
        keptAuthor: winner,
      },
      {
        ...said,
        id: conflictNoticeId(winner, grade.entry, FIELD, true),
        entry: stamp.envelope(loser, recordedAt).entry,
        author: loser,
        addressee: winner,
        keptAuthor: loser,
        won: true,
      },
    ];
  }
  return [];
}
