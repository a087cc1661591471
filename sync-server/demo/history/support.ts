import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { supportTopicId, type SupportTopic } from '../../../domain/kinds/support-topic/record.ts';
import type { Random } from '../random.ts';
import type { Stamp } from '../stamp.ts';
import type { HistorySource } from './history-source.ts';
import { SUPPORT_TOPICS } from './topics/support-topics.ts';

/** Of the hours of support, those of which somebody writes what was done. */
const WRITTEN_SHARE = 0.7;
/** Hours of one topic before the pupil goes on to the next. */
const HOURS_PER_TOPIC = 6;

/** Invents what was done with the pupils who have support, apart from the topic of their class (D17). */
export function createSupport(
  { supported }: Pick<HistorySource, 'supported'>,
  stamp: Stamp,
  random: Random,
): {
  /** @param marks the day of the class: of who was absent nothing is written */
  readonly of: (
    schoolClass: SchoolClass,
    lesson: Lesson,
    marks: readonly AttendanceDay[],
  ) => readonly SupportTopic[];
} {
  const given = new Map<string, number>();
  return {
    of: ({ id, level }, { day, hour, group, signatures }, marks) => {
      const pupil = supported.get(id);
      const signature = signatures.find(({ type }) => type === 'support');
      if (pupil === undefined || !signature || group !== undefined) return [];
      const wasAbsent = marks.some(
        (one) => one.pupil === pupil && one.events.some(({ kind }) => kind === 'absent'),
      );
      if (wasAbsent || !random.chance(WRITTEN_SHARE)) return [];
      const count = given.get(pupil) ?? 0;
      given.set(pupil, count + 1);
      const topics = SUPPORT_TOPICS[level];
      return [
        {
          ...stamp.envelope(signature.teacher, signature.signedAt),
          id: supportTopicId(day, hour, pupil, signature.teacher),
          kind: 'supportTopic',
          day,
          hour,
          class: id,
          pupil,
          teacher: signature.teacher,
          topic: topics[Math.floor(count / HOURS_PER_TOPIC) % topics.length] ?? '',
        },
      ];
    },
  };
}
