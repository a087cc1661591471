import { familyMemberBucket, staffBucket } from '../../access/bucket.ts';
import { refuse } from '../../access/refusal.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Kind, Write } from '../../record/kind.ts';
import type { Members } from '../../record/upgrade.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { conflictNoticeId, conflictNoticeSchema, type ConflictNotice } from './record.ts';

const FIELD = 'topic';

/** Tells the author of an overruled value that another's entry won: the server's words, of which the addressee writes "seen" alone. */
export const conflictNoticeKind = {
  kind: 'conflictNotice',
  collection: 'personal',
  schema: conflictNoticeSchema,
  writers: ['server', 'device'],
  upgrades: [
    { name: 'kind of the record named', since: 3, upgrade: withKindOfRecord, before: withoutKindOfRecord() },
  ],
  buckets: ({ addressee, child }) => [
    child === undefined ? staffBucket(addressee) : familyMemberBucket(child, addressee),
  ],
  place: () => ({}),
  fields: {
    addressee: { rule: 'server' },
    child: { rule: 'server' },
    recordKind: { rule: 'server' },
    recordCollection: { rule: 'server' },
    record: { rule: 'server' },
    class: { rule: 'server' },
    day: { rule: 'server' },
    hour: { rule: 'server' },
    pupil: { rule: 'server' },
    otherClass: { rule: 'server' },
    ofRoll: { rule: 'server' },
    won: { rule: 'server' },
    field: { rule: 'server' },
    lost: { rule: 'server' },
    kept: { rule: 'server' },
    keptAuthor: { rule: 'server' },
    lostRecordedAt: { rule: 'server' },
    keptRecordedAt: { rule: 'server' },
    seen: { rule: 'laterWins' },
  },
  blank: () => null,
  authorize: authorizeConflictNotice,
  // Whether somebody has seen a notice is theirs alone, and nothing to decide on.
  whenBlocked: 'dropped',
  hoursSaid: null,
  samples: [notice(false), notice(true), { ...notice(false), child: sampleValues.pupil }],
} as const satisfies Kind<ConflictNotice>;

/** A notice of before names the collection alone: each had one kind on which two people could write. */
function withKindOfRecord(notice: Members): Members {
  if ('recordKind' in notice) return notice;
  const { recordCollection } = notice;
  return { ...notice, recordKind: recordCollection === 'attendance' ? 'attendanceDay' : 'lesson' };
}

function withoutKindOfRecord(): Members {
  const { recordKind: _kind, ...before } = notice(false);
  return before;
}

function notice(seen: boolean): ConflictNotice {
  return {
    ...sampleEnvelope,
    id: conflictNoticeId(sampleValues.teacher, sampleEnvelope.entry, FIELD),
    kind: 'conflictNotice',
    addressee: sampleValues.teacher,
    recordKind: 'lesson',
    recordCollection: 'lessons',
    record: 'lesson',
    field: FIELD,
    lost: '""',
    kept: '""',
    keptAuthor: sampleValues.colleague,
    lostRecordedAt: sampleValues.morning,
    keptRecordedAt: sampleValues.later,
    seen,
  };
}

function authorizeConflictNotice({
  actor,
  previous,
  next,
  started,
}: Write<ConflictNotice, unknown>): Decision<ConflictNotice> {
  if (!previous || previous.addressee !== actor.person || previous.child !== actor.child)
    return refuse('forbidden');
  // Only the mark "seen" is the addressee's; everything else stays as the server wrote it.
  const { author, entry, recordedAt } = next;
  // What stands has changed since: that they have not seen.
  const isOfBefore = started !== undefined && started?.kept !== previous.kept;
  return ok({
    ...previous,
    author,
    entry,
    recordedAt,
    seen: previous.seen || (next.seen && !isOfBefore),
  });
}
