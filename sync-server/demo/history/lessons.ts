import type { LocalDate } from '../../../domain/base/ids.ts';
import { must } from '../../../domain/base/assert.ts';
import { lessonId, type Lesson, type Signature } from '../../../domain/kinds/lesson/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import type { Random } from '../random.ts';
import type { Stamp } from '../stamp.ts';
import type { HeldHour, HistorySource } from './history-source.ts';
import { instantAt } from '../school-clock.ts';
import { ACTIVITIES, topicsOf } from './topics/topics.ts';

/** Lessons of one topic before the class moves on. */
const LESSONS_PER_TOPIC = 2;
const FORGOTTEN_SHARE = 0.05;
const SIGNED_AT_HOME_SHARE = 0.06;
/** What a class does with somebody who stands in. */
const COVER_TOPICS = ['Vigilanza', 'Ripasso individuale', 'Completamento dei compiti', 'Lettura in classe'];
const LUNCH = subjectId('Mensa');
const SUPPORT_SUBJECT = subjectId('Sostegno');

/** Signs the lessons of a school in the order of time, moving through the programme of each class. */
export function createLessons(
  source: HistorySource,
  recent: readonly LocalDate[],
  stamp: Stamp,
  random: Random,
): { readonly sign: (schoolClass: SchoolClass, hour: HeldHour) => Lesson | undefined } {
  const given = new Map<string, number>();
  const isLeftOpen = ({ day, entry }: HeldHour) => {
    if (!recent.includes(day)) return false;
    return entry.teachers[0] === source.showcaseTeacher ? random.chance(0.4) : random.chance(FORGOTTEN_SHARE);
  };
  return {
    sign: (schoolClass, hour) => {
      const { day, entry, bell } = hour;
      const place = `${schoolClass.id}.${entry.subject}`;
      const count = given.get(place) ?? 0;
      const isCover = hour.replaces !== undefined;
      if (!isCover) given.set(place, count + 1);
      if (isLeftOpen(hour)) return undefined;
      const topics = topicsOf(schoolClass, source.subjectNames.get(entry.subject) ?? '');
      const topic = topics[Math.floor(count / LESSONS_PER_TOPIC) % topics.length] ?? '';
      const minutes = random.chance(SIGNED_AT_HOME_SHARE)
        ? random.integer(900, 1260)
        : hour.startMinutes + random.integer(2, 25);
      const signatures = hour.teachers.map((teacher, position): Signature => {
        const support = source.supportTeachers.has(teacher);
        const signedAt = instantAt(day, minutes + position, random.integer(0, 59));
        if (hour.replaces !== undefined)
          return { teacher, type: 'substitution', replaces: hour.replaces, signedAt };
        return {
          teacher,
          type: support ? 'support' : teacher === entry.teachers[0] ? 'ordinary' : 'coTeaching',
          subject: support ? SUPPORT_SUBJECT : entry.subject,
          signedAt,
        };
      });
      const first = must(signatures[0], 'a signature');
      const last = must(signatures.at(-1), 'a signature');
      return {
        ...stamp.envelope(last.teacher, last.signedAt),
        id: lessonId(day, bell.hour, schoolClass.id, entry.group),
        kind: 'lesson',
        day,
        hour: bell.hour,
        class: schoolClass.id,
        ...(entry.group === undefined ? {} : { group: entry.group }),
        subject: entry.subject,
        signatures,
        topic: isCover ? random.pick(COVER_TOPICS) : topic,
        activity: entry.subject === LUNCH ? '' : random.pick(ACTIVITIES),
        rollCall: { by: first.teacher, at: first.signedAt },
      };
    },
  };
}
