import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** An assessment, in English. */
export const en = {
  assessment: {
    name: 'Test',
    entry: '{{type}} in {{subject}}: {{topic}}',
    cancelled: '{{entry}} – withdrawn',
    cancelledBecause: '{{entry}} – withdrawn: {{reason}}',
    noTopic: 'without a topic',
    type: {
      written: 'Written test',
      oral: 'Oral test',
      practical: 'Practical test',
      graphic: 'Graphic test',
      single: 'Single test',
    },
    yes: 'Yes',
    no: 'No',
    weightValue: '{{number}} %',
    points: 'out of {{number}} points',
    noPoints: 'without points',
    criteria_one: '{{count}} criterion',
    criteria_other: '{{count}} criteria',
    stands: 'Valid',
    isCancelled: 'Withdrawn',
    isCancelledBecause: 'Withdrawn: {{reason}}',
    serialValue: 'no. {{number}} of the day',
    field: {
      day: 'Day of the test',
      type: 'Type of test',
      serial: 'Order on the day',
      topic: 'Topic',
      comment: 'Comment for all',
      weight: 'Weight',
      counts: 'In the average',
      visible: 'Visible to families',
      embargo: 'Visible from',
      test: 'Points',
      rubric: 'Rubric',
      objectives: 'Objectives',
      correction: 'Reason of the correction',
      cancelled: 'Withdrawal of the test',
    },
  },
} as const satisfies Texts<typeof it>;
