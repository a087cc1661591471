import type { ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import { attendanceDayId } from '../../../domain/kinds/attendance-day/record.ts';
import { lessonId } from '../../../domain/kinds/lesson/record.ts';
import type { Scenario } from '../scenario.ts';
import { gradeNotices } from './grades/graded.ts';
import { at, classes, COLLEAGUE, DAY, ME, nextEntry, SCHOOL } from './demo-class.ts';
import { pupilOfFirst } from './written.ts';

const [first, , third] = classes;
/** The pupil of whom a mark has lost. */
const INDEX = 8;

/** What the server has told the teacher of the harness: that something of hers has lost. */
export function noticesFor(scenario: Pick<Scenario, 'name'>): readonly ConflictNotice[] {
  if (scenario.name !== 'busy') return gradeNotices(scenario);
  const entered = [{ kind: 'entry', time: '08:20', hour: 1, by: COLLEAGUE, at: at('08:21') }];
  return [
    notice(1, 'events', [], entered),
    notice(2, 'topic', 'Frazioni equivalenti', 'Frazioni: somma e differenza'),
    { ...notice(3, 'signatures', [{}], [{}]), keptAuthor: ME, otherClass: third.id, hour: 2 },
  ];
}

function notice(number: number, field: string, lost: unknown, kept: unknown): ConflictNotice {
  const pupil = pupilOfFirst(INDEX);
  const isOfPupil = field === 'events';
  return {
    id: `notice.${number}`,
    school: SCHOOL,
    author: COLLEAGUE,
    entry: nextEntry(),
    recordedAt: at('08:50'),
    kind: 'conflictNotice',
    addressee: ME,
    recordKind: isOfPupil ? 'attendanceDay' : 'lesson',
    recordCollection: isOfPupil ? 'attendance' : 'lessons',
    record: isOfPupil ? attendanceDayId(DAY, pupil) : lessonId(DAY, 1, first.id),
    class: first.id,
    day: DAY,
    hour: 1,
    ...(isOfPupil ? { pupil } : {}),
    field,
    lost: JSON.stringify(lost),
    kept: JSON.stringify(kept),
    keptAuthor: COLLEAGUE,
    lostRecordedAt: at('08:05'),
    keptRecordedAt: at('08:21'),
    seen: false,
  };
}
