import type { lessonRules as source } from './texts.it.ts';
import type { Texts } from '../../../i18n/texts.ts';

/** The office's rule on the time in which lessons are signed. */
export const lessonRules = {
  title: 'Signature and roll',
  text: 'When a lesson may be signed and its roll confirmed. What is written without a network is judged by the time of writing.',
  window: 'Until when',
  free: 'On later days too: the delay is shown',
  sameDay: 'Within the same day',
  duringHour: 'During the lesson only',
  before: 'Before it begins',
  early: {
    closed:
      'It can only be prepared: it is signed from its start, or together with the lesson before in the same class',
    sameDay: 'It may be signed and confirmed earlier on the same day',
  },
} as const satisfies Texts<typeof source>;
