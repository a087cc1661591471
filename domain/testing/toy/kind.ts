import { classBucket, pupilBucket } from '../../access/bucket.ts';
import { refuse } from '../../access/refusal.ts';
import { ok } from '../../base/result.ts';
import type { Kind } from '../../record/kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { mayTeach } from '../../school/written-hour.ts';
import { toySchema, type Toy } from './record.ts';

/** All that the register knows of a toy. */
export const toyKind = {
  kind: 'toy',
  collection: 'attendance',
  schema: toySchema,
  writers: ['device'],
  upgrades: [],
  buckets: (record) => [
    classBucket(record.class),
    ...(record.pupil === undefined ? [] : [pupilBucket(record.pupil)]),
  ],
  place: ({ day, class: schoolClass, pupil }) => ({
    day,
    class: schoolClass,
    ...(pupil === undefined ? {} : { pupil }),
  }),
  fields: {
    day: { rule: 'fixed' },
    class: { rule: 'fixed' },
    pupil: { rule: 'fixed' },
    note: { rule: 'laterWins' },
    stickers: { rule: 'keyedList', key: 'colour', made: { by: 'stuckBy', at: 'stuckAt' } },
  },
  blank: (record) => ({ ...record, note: '', stickers: [] }),
  saysNothing: ({ note, stickers }) => note === '' && stickers.length === 0,
  authorize: ({ actor, next, facts }) => {
    const isOfFamily = actor.child !== undefined && actor.child === next.pupil;
    return isOfFamily || mayTeach(actor, facts) ? ok(next) : refuse('forbidden');
  },
  whenBlocked: 'toOffice',
  hoursSaid: null,
  samples: [
    {
      ...sampleEnvelope,
      id: 'toy',
      kind: 'toy',
      day: sampleValues.day,
      class: sampleValues.class,
      note: 'Un orso',
      stickers: [{ colour: 'red', stuckBy: sampleValues.teacher, stuckAt: sampleValues.morning }],
    },
    {
      ...sampleEnvelope,
      id: 'toy',
      kind: 'toy',
      day: sampleValues.day,
      class: sampleValues.class,
      note: 'Una palla',
      stickers: [{ colour: 'blue', stuckBy: sampleValues.colleague, stuckAt: sampleValues.morning }],
    },
  ],
} as const satisfies Kind<Toy, WriteFacts>;
