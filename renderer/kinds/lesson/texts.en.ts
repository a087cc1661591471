import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** A lesson, in English. */
export const en = {
  lesson: {
    name: 'Lesson',
    signature: 'Signature',
    withdrawal: 'Signature withdrawn',
    rollCall: 'Roll call confirmed',
    topic: 'Topic: {{text}}',
    activity: 'Activity: {{text}}',
    rollCallGone: 'Roll call no longer confirmed: open the hour and confirm it again',
    rollCallValue: 'Roll call confirmed {{when}}',
    signaturesValue_one: '{{count}} signature: {{names}}',
    signaturesValue_other: '{{count}} signatures: {{names}}',
    unsigned: 'No signature',
    signedBy: 'Signature: {{name}}',
    signedByAs: 'Signature: {{name}} ({{as}})',
    signedAs: { coTeaching: 'co-teaching', support: 'support', substitution: 'substitution' },
    part: {
      whole: 'Whole class',
      attending: 'Those attending',
      alternative: 'Alternative',
      assistedStudy: 'Supervised study',
      group: 'Group {{name}}',
    },
    twoClasses: {
      what: 'You signed {{first}} and {{second}} in the {{hour}}',
      why: 'Both signatures stand: if one is a slip, withdraw it.',
      kept: 'Both signatures stay',
      withdrawn: 'Signature withdrawn: {{name}}',
    },
    field: {
      topic: 'Topic',
      activity: 'Activity',
      signatures: 'Signatures',
      rollCall: 'Roll call',
    },
  },
} as const satisfies Texts<typeof it>;
