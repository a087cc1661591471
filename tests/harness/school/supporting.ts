import { addDays } from '../../../domain/base/local-date.ts';
import { toPersonId, toSubjectId, type LocalDate, type PersonId } from '../../../domain/base/ids.ts';
import { assignmentId, type Assignment } from '../../../domain/kinds/assignment/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { supportTopicId, type SupportTopic } from '../../../domain/kinds/support-topic/record.ts';
import type { TimetableEntry } from '../../../domain/kinds/timetable-entry/record.ts';
import { at, classes, COLLEAGUE, DAY, envelope, ME, nextEntry, pupilsOf, SCHOOL } from './demo-class.ts';

const [first] = classes;
const SUPPORT = toSubjectId('sostegno');
const BEGINS = '2026-09-14' as LocalDate;
const FRIDAY = addDays(DAY, -3);
/** Whom I support in the first class, and whom a colleague does, by their places in its list. */
const MINE = [3, 12];
const OF_COLLEAGUE = 6;

function assignment(pupil: PersonId): Assignment {
  const id = assignmentId(ME, first.id, SUPPORT, pupil);
  return {
    ...envelope(id),
    id,
    kind: 'assignment',
    teacher: ME,
    class: first.id,
    subject: SUPPORT,
    type: 'support',
    pupil,
    from: BEGINS,
  };
}

function topic(teacher: PersonId, pupil: PersonId, day: LocalDate, text: string): SupportTopic {
  return {
    id: supportTopicId(day, 2, pupil, teacher),
    school: SCHOOL,
    author: teacher,
    entry: nextEntry(),
    recordedAt: at('09:10', day),
    kind: 'supportTopic',
    day,
    hour: 2,
    class: first.id,
    pupil,
    teacher,
    topic: text,
  };
}

/** The school of a day on which I support two pupils of the first class beside a colleague, and teach nothing there. */
export function withSupport(school: readonly RegisterRecord[]): readonly RegisterRecord[] {
  const isMine = ({ teachers, class: id }: TimetableEntry) => id === first.id && teachers.includes(ME);
  return [
    ...school
      .filter((one) => one.kind !== 'assignment' || one.teacher !== ME || one.class !== first.id)
      .map((one) =>
        one.kind === 'timetableEntry' && isMine(one) ? { ...one, teachers: [COLLEAGUE, ME] } : one,
      ),
    { ...envelope(SUPPORT), id: SUPPORT, kind: 'subject', name: 'Sostegno', shortName: 'SOS' },
    ...MINE.map((index) => assignment(pupilAt(index))),
    ...MINE.map((index) => topic(ME, pupilAt(index), FRIDAY, 'Frazioni con la linea dei numeri')),
    topic(COLLEAGUE, pupilAt(OF_COLLEAGUE), DAY, 'Lettura ad alta voce, sintesi con immagini'),
  ];
}

function pupilAt(index: number): PersonId {
  return pupilsOf.get(first.id)?.[index]?.id ?? toPersonId('nobody');
}
