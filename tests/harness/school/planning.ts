import type { LocalDate } from '../../../domain/base/ids.ts';
import { plannedLessonId, type PlannedLesson } from '../../../domain/kinds/planned-lesson/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { syllabusDay, syllabusId, type Syllabus } from '../../../domain/kinds/syllabus/record.ts';
import { at, classes, ME, nextEntry, SCHOOL, subjects } from './demo-class.ts';

const [first] = classes;
const [, science] = subjects;
const TOMORROW = '2026-11-24' as LocalDate;

/** The syllabus of science in the first class: units and topics, one of which the lessons have done, one ticked off by hand. */
function syllabus(): Syllabus {
  const topics = [
    ['La materia', 'Il metodo scientifico', '2026-09-28'],
    ['La materia', 'Gli stati della materia'],
    ['La vita', 'La cellula: struttura e funzioni'],
    ['La vita', 'Gli organismi unicellulari e pluricellulari'],
    ['La vita', 'La classificazione dei viventi'],
  ] as const;
  const recordedAt = at('08:00');
  return {
    id: syllabusId(first.id, science.id),
    school: SCHOOL,
    author: ME,
    entry: nextEntry(),
    recordedAt,
    kind: 'syllabus',
    day: syllabusDay(2026),
    class: first.id,
    subject: science.id,
    topics: topics.map(([unit, topic, doneOn], position) => ({
      id: `topic-${position}`,
      position,
      unit,
      topic,
      ...(doneOn === undefined ? {} : { doneOn: doneOn as LocalDate }),
      by: ME,
      at: recordedAt,
    })),
  };
}

/** What the teacher means to do in the sixth hour of tomorrow. */
function plan(): PlannedLesson {
  return {
    id: plannedLessonId(TOMORROW, 6, first.id, ME),
    school: SCHOOL,
    author: ME,
    entry: nextEntry(),
    recordedAt: at('08:00'),
    kind: 'plannedLesson',
    day: TOMORROW,
    hour: 6,
    class: first.id,
    teacher: ME,
    subject: science.id,
    topic: 'Gli organismi unicellulari e pluricellulari',
    activity: 'Osservazione al microscopio',
  };
}

/** Syllabus and plans of the teacher of the harness. */
export function planningRecords(): readonly RegisterRecord[] {
  return [syllabus(), plan()];
}
