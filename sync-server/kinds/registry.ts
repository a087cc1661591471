import type { RecordKind, RecordOfKind, RegisterRecord } from '../../domain/kinds/registry.ts';
import type { Batch } from '../register/batch/batch.ts';
import { attendanceDayEffects } from './attendance-day/effects.ts';
import type { EffectContext, KindEffects } from './effects.ts';
import { lessonEffects } from './lesson/effects.ts';

type EffectTable = { readonly [K in RecordKind]?: KindEffects<RecordOfKind<K>> };

/** The kinds with which the server does something of its own. */
const effects: EffectTable = {
  lesson: lessonEffects,
  attendanceDay: attendanceDayEffects,
};

/** A record with the members that are the server's word, as it is to be stored on top of what stands. */
export function completed(
  context: EffectContext,
  record: RegisterRecord,
  stands: RegisterRecord | null,
): RegisterRecord {
  return effectsOf(record).completed?.(context, record, ofKindOf(record, stands)) ?? record;
}

/** Whether the actor sees what stands though it is in none of their buckets. */
export function isVisible(context: EffectContext, next: RegisterRecord, stands: RegisterRecord): boolean {
  const same = ofKindOf(next, stands);
  return same !== null && effectsOf(next).isVisible?.(context, next, same) === true;
}

/** Tells whoever has to hear of a version that was taken in, with what stood before it. */
export async function afterTaken(
  batch: Batch,
  before: RegisterRecord | null,
  after: RegisterRecord,
): Promise<void> {
  await effectsOf(after).taken?.(batch, ofKindOf(after, before), after);
}

function effectsOf({ kind }: RegisterRecord): KindEffects<RegisterRecord> {
  // A record goes to the effects of its own kind alone, with records of the same kind.
  return (effects[kind] ?? {}) as KindEffects<RegisterRecord>;
}

function ofKindOf(record: RegisterRecord, other: RegisterRecord | null): RegisterRecord | null {
  return other?.kind === record.kind ? other : null;
}
