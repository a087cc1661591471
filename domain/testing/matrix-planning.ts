import type { Actor } from '../access/actor.ts';
import { toPersonId, type ClassId, type PersonId } from '../base/ids.ts';
import { plannedLessonId } from '../kinds/planned-lesson/record.ts';
import { kinds, type RegisterRecord } from '../kinds/registry.ts';
import { supportTopicId } from '../kinds/support-topic/record.ts';
import { syllabusId } from '../kinds/syllabus/record.ts';
import { sampleYear } from './sample.ts';

/** A record of what is planned, and what each actor tries to write on it. */
interface PlanningRow {
  readonly record: RegisterRecord;
  readonly isNew: boolean;
  readonly written: (actor: Actor) => RegisterRecord;
}

const [subject] = kinds.subject.samples;
const [blank] = kinds.syllabus.samples;
const [plan] = kinds.plannedLesson.samples;
const [sampleTopic] = kinds.supportTopic.samples;

/** Whoever teaches the subject of the course adds a topic to its syllabus. */
export function syllabusOf(inClass: ClassId): PlanningRow {
  const record = { ...blank, id: syllabusId(inClass, subject.id), class: inClass, subject: subject.id };
  const at = sampleYear.recordedAt;
  const topics = (by: PersonId) => [{ id: 'one', position: 0, topic: 'Le frazioni', by, at }];
  return { record, isNew: true, written: ({ person: by }) => ({ ...record, topics: topics(by) }) };
}

/** Each plans for themselves. */
export function planOf(inClass: ClassId): PlanningRow {
  const { day, hour, subject: _subject, ...rest } = plan;
  const of = (teacher: PersonId) => ({
    ...rest,
    id: plannedLessonId(day, hour, inClass, teacher),
    day,
    hour,
    class: inClass,
    teacher,
  });
  return { record: of(plan.teacher), isNew: true, written: ({ person }) => of(person) };
}

/** Nobody changes what a colleague means to do. */
export const planOfColleague: PlanningRow = {
  record: { ...plan, subject: subject.id },
  isNew: false,
  written: () => ({ ...plan, subject: subject.id, topic: 'Altro' }),
};

const supportTopic = { ...sampleTopic, pupil: toPersonId('p') };

/** The support teacher of the pupil writes what was done. */
export const supportTopicOf: PlanningRow = {
  record: supportTopic,
  isNew: true,
  written: ({ person: teacher }) => ({
    ...supportTopic,
    id: supportTopicId(supportTopic.day, supportTopic.hour, supportTopic.pupil, teacher),
    teacher,
  }),
};
