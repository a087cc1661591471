import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** A planned topic, in English. */
export const en = {
  plannedLesson: {
    name: 'Planned topic',
    entry: 'Planned topic: {{text}}',
    removed: 'Planned topic removed',
    activity: 'Planned activity: {{text}}',
    field: { topic: 'Planned topic', activity: 'Planned activity', subject: 'Subject' },
  },
} as const satisfies Texts<typeof it>;
