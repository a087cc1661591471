import type { Actor } from '../access/actor.ts';
import type { Instant, PersonId } from '../base/ids.ts';
import { kindOf, type RegisterRecord } from '../kinds/registry.ts';
import { hasPart, mapMadeParts } from './made-parts.ts';
import { withServersWord } from './merge.ts';

/**
 * A record as it may be stored: attribution comes from the session, and a clock that runs ahead must not win conflicts for ever,
 * whether its time is that of the save or stands inside the record. Of a record that the server makes, its words stay those that stand:
 * by them it is judged who may write on it.
 */
export function stampRecord(
  actor: Pick<Actor, 'school' | 'person'>,
  record: RegisterRecord,
  now: Instant,
  standing: RegisterRecord | null,
): RegisterRecord {
  const recordedAt = record.recordedAt > now ? now : record.recordedAt;
  // What a device says of itself is mostly true: then there is nothing to write anew.
  const isTrue =
    record.school === actor.school && record.author === actor.person && record.recordedAt === recordedAt;
  const stamped = isTrue ? record : { ...record, school: actor.school, author: actor.person, recordedAt };
  const bounded = boundTimes(asMadeByServer(stamped, standing), actor.person, standing);
  // A record that does not claim it has nothing to lose: the usual case, and the quick one.
  if (!Object.hasOwn(bounded, 'receivedAt') && !Object.hasOwn(bounded, 'backdated')) return bounded;
  const { receivedAt: _ignored, backdated: _neither, ...rest } = bounded;
  return rest;
}

/** What a device wrote on a record that the server makes, with the server's words as they stand. */
function asMadeByServer(record: RegisterRecord, standing: RegisterRecord | null): RegisterRecord {
  const isServers = kindOf(record).writers.includes('server') && standing?.kind === record.kind;
  return isServers ? withServersWord(record, standing) : record;
}

/**
 * Brings the times of what a person made inside a record back to the save that brings it: nobody marks after saving. What stands already
 * was judged with the save that brought it.
 */
export function boundTimes(
  record: RegisterRecord,
  person: PersonId,
  standing: RegisterRecord | null,
): RegisterRecord {
  const { recordedAt } = record;
  const before = standing?.kind === record.kind ? standing : null;
  return mapMadeParts(record, (part) => {
    const isLate = part.by === person && part.at > recordedAt && !hasPart(before, part);
    return isLate ? recordedAt : part.at;
  });
}
