import { expect, test } from 'vitest';
import { kinds } from '../../../../domain/kinds/registry.ts';
import { toSubjectId } from '../../../../domain/base/ids.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import { signChoices, usualSignAs } from './sign-act.ts';

const maths: Subject = { ...kinds.subject.samples[0], id: toSubjectId('matematica'), name: 'Matematica' };
const art: Subject = { ...maths, id: toSubjectId('arte'), name: 'Arte' };

test('D209: a teacher of the class stands in there without a subject, with their own, or with that of the hour', () => {
  expect(signChoices({ mySubjects: [maths], foreseen: art }).map(({ signAs }) => signAs)).toEqual([
    { as: 'subject', subject: maths.id },
    { as: 'substitution' },
    { as: 'substitution', subject: maths.id },
    { as: 'substitution', subject: art.id },
  ]);
  expect(signChoices({ mySubjects: [maths], foreseen: maths })).toHaveLength(3);
  expect(signChoices({ mySubjects: [] }).map(({ signAs }) => signAs)).toEqual([{ as: 'substitution' }]);
});

test('D209: whoever the school has put into an hour signs it as a substitute without asking for it', () => {
  expect(usualSignAs({ mySubjects: [maths], standsIn: true })).toEqual({ as: 'substitution' });
  expect(usualSignAs({ mySubjects: [maths] })).toEqual({ as: 'subject', subject: maths.id });
  expect(usualSignAs({ mySubjects: [] })).toEqual({ as: 'substitution' });
});
