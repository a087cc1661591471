import { expect, test } from 'vitest';
import { kinds } from '../../../../domain/kinds/registry.ts';
import { toSubjectId } from '../../../../domain/base/ids.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import { signChoices, usualSignAs } from './sign-act.ts';

const maths: Subject = { ...kinds.subject.samples[0], id: toSubjectId('matematica'), name: 'Matematica' };
const art: Subject = { ...maths, id: toSubjectId('arte'), name: 'Arte' };

const post = (subject: Subject, isSupport = false) => ({ subject, isSupport });
const mine = [post(maths)];
// Of an hour of the timetable no more is asked here.
const planned = {} as PlannedHour;

test('D209: a teacher of the class stands in there without a subject, with their own, or with that of the hour', () => {
  expect(signChoices({ posts: mine, foreseen: art }).map(({ signAs }) => signAs)).toEqual([
    { as: 'subject', subject: maths.id },
    { as: 'substitution' },
    { as: 'substitution', subject: maths.id },
    { as: 'substitution', subject: art.id },
  ]);
  expect(signChoices({ posts: mine, foreseen: maths })).toHaveLength(3);
  expect(signChoices({ posts: [] }).map(({ signAs }) => signAs)).toEqual([{ as: 'substitution' }]);
});

test('D209: whoever the school has put into an hour signs it as a substitute without asking for it', () => {
  expect(usualSignAs({ posts: mine, standsIn: true })).toEqual({ as: 'substitution' });
  expect(usualSignAs({ posts: mine })).toEqual({ as: 'subject', subject: maths.id });
  expect(usualSignAs({ posts: [] })).toEqual({ as: 'substitution' });
});

test('D17: whoever teaches a class and supports a pupil there says as what they sign an hour of the timetable', () => {
  const hour = { planned, posts: [post(maths), post(maths, true)] };
  expect(usualSignAs(hour)).toEqual({ as: 'subject', subject: maths.id });
  expect(signChoices(hour).map(({ signAs }) => signAs)).toEqual([
    { as: 'subject', subject: maths.id },
    { as: 'subject', subject: maths.id, support: true },
  ]);
  expect(usualSignAs({ planned, posts: [] })).toEqual({ as: 'planned' });
});
