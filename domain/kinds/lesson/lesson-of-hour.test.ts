import { expect, test } from 'vitest';
import { sample, sampleLesson } from '../../testing/sample.ts';
import { lessonOfHour, lessonsOfPart } from './lesson-of-hour.ts';
import { lessonId, type Lesson, type Signature } from './record.ts';

const { day, hour, class: schoolClass } = sampleLesson();
const signed: Signature = { teacher: sample.bianchi, type: 'ordinary', signedAt: sample.morning };
const inGroup = (group: string | undefined, changes: Partial<Lesson> = {}): Lesson => ({
  ...sampleLesson({ id: lessonId(day, hour, schoolClass, group), author: sample.neri, ...changes }),
  ...(group === undefined ? {} : { group }),
});
const ofHour = (lessons: readonly Lesson[], group?: string) =>
  lessonOfHour(lessons, { day, hour, class: schoolClass, group }, sample.bianchi)?.group ?? 'whole';

test('D204: two lessons of one hour are each their own teacher’s, by the group of the timetable', () => {
  const lessons = [inGroup('INF'), inGroup('CHI'), inGroup(undefined)];
  expect([ofHour(lessons, 'INF'), ofHour(lessons, 'CHI'), ofHour(lessons)]).toEqual(['INF', 'CHI', 'whole']);
  expect(lessonOfHour([inGroup('INF')], { day, hour, class: schoolClass }, sample.bianchi)).toBeUndefined();
  expect(lessonOfHour(lessons, { day, hour: 9, class: schoolClass }, sample.bianchi)).toBeUndefined();
});

test('D204: what somebody has signed is theirs, whatever the timetable says: also a lesson of before, without a group', () => {
  const whole = inGroup(undefined, { signatures: [signed] });
  expect(ofHour([inGroup('INF'), whole], 'INF')).toBe('whole');
});

test('what somebody has written and not signed yet is found again', () => {
  const begun = inGroup('CHI', { author: sample.bianchi, topic: 'Acidi' });
  expect(ofHour([inGroup(undefined), begun])).toBe('CHI');
  expect(ofHour([inGroup(undefined), inGroup('CHI', { topic: 'Acidi' })])).toBe('whole');
});

test('D204: the lesson of a part is that of its group, of the whole class, or of whoever was to teach it', () => {
  const groups = (group: string | undefined, ...lessons: readonly Lesson[]) =>
    lessonsOfPart(lessons, { group, teachers: [sample.bianchi] }).map((one) => one.group ?? 'whole');
  expect(groups('INF', inGroup('INF'), inGroup('CHI'))).toEqual(['INF']);
  expect(groups('INF', inGroup(undefined))).toEqual(['whole']);
  expect(groups('alternative', inGroup(undefined))).toEqual([]);
  expect(groups('alternative', inGroup(undefined, { signatures: [signed] }))).toEqual(['whole']);
});
