import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { toPersonId, toSubjectId, type PersonId } from '../base/ids.ts';
import type { Lesson, Signature } from '../kinds/lesson/record.ts';
import { sample, sampleLesson } from '../testing/sample.ts';
import { lessonAudience, type Audience } from './held-lessons.ts';
import { foreseenAudience, pupilsOfLesson } from './pupils-of-lesson.ts';

const religion = {
  attending: [toSubjectId('religione')],
  alternative: [toSubjectId('alternativa')],
  assistedStudy: [],
};
const [one, two, three] = [toPersonId('p-1'), toPersonId('p-2'), toPersonId('p-3')];
const all = [one, two, three];
const place = { class: sample.class, day: sample.day };
type View = Parameters<typeof pupilsOfLesson>[0];
const nothing: View = { groupOn: () => undefined, religionChoiceOn: () => undefined };
const groups = new Map<PersonId, string>([
  [one, 'INF'],
  [two, 'CHI'],
]);
const view: View = {
  groupOn: (pupil) => groups.get(pupil),
  religionChoiceOn: (pupil) => (pupil === two ? 'alternative' : pupil === three ? 'leaves' : undefined),
};
const on = (audience: Audience, known = view) => pupilsOfLesson(known, place, audience, all);

test('D204: on the roll of a group are its own pupils, and nobody of whom no group is known', () => {
  expect(on({ kind: 'group', group: 'INF' })).toEqual([one]);
  expect(on({ kind: 'group', group: 'CHI' })).toEqual([two]);
  expect(on({ kind: 'whole' })).toEqual(all);
});

test('D94: in the hour of religion each has the lesson of their choice; who leaves has none', () => {
  expect(on({ kind: 'religion', part: 'attending' })).toEqual([one]);
  expect(on({ kind: 'religion', part: 'alternative' })).toEqual([two]);
  expect(on({ kind: 'religion', part: 'assistedStudy' })).toEqual([]);
});

test('D204: whoever may not read groups or choices sees the whole class', () => {
  expect(on({ kind: 'group', group: 'INF' }, nothing)).toEqual(all);
  expect(on({ kind: 'religion', part: 'alternative' }, nothing)).toEqual(all);
});

test('D94: an hour that nobody has signed is for whom the timetable says', () => {
  const [religious, maths] = [religion.attending[0], toSubjectId('matematica')];
  expect(foreseenAudience(undefined, religious, religion)).toEqual({ kind: 'religion', part: 'attending' });
  expect(foreseenAudience('alternative', maths, religion)).toEqual({ kind: 'religion', part: 'alternative' });
  expect(foreseenAudience('INF', maths, religion)).toEqual({ kind: 'group', group: 'INF' });
  expect(foreseenAudience(undefined, maths, religion)).toEqual({ kind: 'whole' });
});

test('D94: who stood in for the alternative without a subject had its pupils, and not the class', () => {
  const standIn: Signature = { teacher: sample.neri, type: 'substitution', signedAt: sample.morning };
  const lesson = (changes: Partial<Lesson>) => sampleLesson({ signatures: [standIn], ...changes });
  const of = (changes: Partial<Lesson>) => lessonAudience(lesson(changes), religion);
  expect(of({ group: 'alternative' })).toEqual({ kind: 'religion', part: 'alternative' });
  expect(of({ group: 'CHI' })).toEqual({ kind: 'group', group: 'CHI' });
  expect(of({})).toEqual({ kind: 'whole' });
});

test('D94, D11: who stands in for religion without a subject has those who attend it, by the lesson or the timetable', () => {
  const standIn: Signature = { teacher: sample.neri, type: 'substitution', signedAt: sample.morning };
  const lesson = sampleLesson({ signatures: [standIn] });
  const [religious] = religion.attending;
  const attending = { kind: 'religion', part: 'attending' };
  expect(lessonAudience({ ...lesson, subject: must(religious, 'religion') }, religion)).toEqual(attending);
  expect(lessonAudience(lesson, religion, () => religious)).toEqual(attending);
  // What is signed, or the group, says more than what was foreseen.
  const maths: Signature = { ...standIn, subject: sample.maths };
  expect(lessonAudience({ ...lesson, signatures: [maths] }, religion, () => religious)).toEqual({
    kind: 'whole',
  });
  expect(lessonAudience({ ...lesson, group: 'INF' }, religion, () => religious)).toEqual({
    kind: 'group',
    group: 'INF',
  });
});
