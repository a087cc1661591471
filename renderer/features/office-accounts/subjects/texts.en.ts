import type { Texts } from '../../../i18n/texts.ts';
import type { subjects as it } from './texts.it.ts';

/** What the rules of the register know each subject as. */
export const subjects = {
  heading: 'Subjects',
  lead: 'What each subject is to the rules. Until the school says so, it is what its name says. Grades that stand stay as they are.',
  subject: 'Subject',
  what: 'What it is',
  whatOf: 'What {{name}} is',
  none: 'No subjects.',
  said: '{{name}}: {{what}}',
  special: {
    religion: 'catholic religion: judgements, in no average',
    alternative: 'alternative to religion: judgements, in no average',
    assistedStudy: 'assisted study in the hour of religion',
    civics: 'civics: each of its teachers proposes',
    behaviour: 'behaviour: not in the overall average',
    ordinary: 'a subject like the others',
  },
} as const satisfies Texts<typeof it>;
