import { classBucket, dayBucket, familiesBucket } from '../../access/bucket.ts';
import type { LocalTime } from '../../base/ids.ts';
import type { Kind } from '../../record/kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfClassFrom } from '../../record/said/hours-said.ts';
import { ofItsDay } from '../../school/limits/closed-period.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { leavesBeforeComing } from './class-away.ts';
import { classMovementId, classMovementSchema, type ClassMovement } from './record.ts';
import { authorizeClassMovement } from './write-rights.ts';

/** A class called late, or sent home early, by the school (D98, D106): one per day and class, which its families read too. */
export const classMovementKind = {
  kind: 'classMovement',
  collection: 'attendance',
  schema: classMovementSchema,
  writers: ['device'],
  key: ({ day, class: schoolClass }) => classMovementId(day, schoolClass),
  upgrades: [],
  buckets: ({ day, class: schoolClass }) => [
    classBucket(schoolClass),
    dayBucket(day, schoolClass),
    familiesBucket(schoolClass),
  ],
  place: ({ day, class: schoolClass }) => ({ day, class: schoolClass }),
  fields: {
    day: { rule: 'fixed' },
    class: { rule: 'fixed' },
    expected: { rule: 'laterWins' },
    movementReason: { rule: 'laterWins' },
  },
  blank: (record) => ({ ...record, expected: {}, movementReason: '' }),
  contradiction: (record) =>
    leavesBeforeComing(record) ? { reason: 'invalid', path: 'expected' } : undefined,
  saysNothing: ({ expected, movementReason }) =>
    expected.from === undefined && expected.to === undefined && movementReason === '',
  meetingCloses: ofItsDay,
  authorize: authorizeClassMovement,
  whenBlocked: 'toOffice',
  hoursSaid: hoursOfClassFrom,
  samples: [
    movement({ expected: { from: '10:00' as LocalTime }, movementReason: 'Docente assente' }),
    movement({ expected: { to: '12:00' as LocalTime }, movementReason: 'Assemblea' }),
  ],
} as const satisfies Kind<ClassMovement, WriteFacts>;

function movement(changes: Pick<ClassMovement, 'expected' | 'movementReason'>): ClassMovement {
  const { day, class: schoolClass } = sampleValues;
  return {
    ...sampleEnvelope,
    id: classMovementId(day, schoolClass),
    kind: 'classMovement',
    day,
    class: schoolClass,
    ...changes,
  };
}
