import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import type { WriteFacts } from '../../domain/school/write-facts.ts';
import type { Batch, EffectContext, FactsBatch } from '../register/batch/batch.ts';
import type { NewVersion } from '../storage/contract/storage.ts';

/**
 * What the server does with the records of one kind beyond what it does with all of them. A kind without anything of its own has no
 * folder here.
 */
export interface KindEffects<R extends RegisterRecord> {
  /** Reads what the facts around a record ask for, before anything is decided about it. */
  readonly read?: (batch: Batch, next: R) => Promise<void>;
  /** The facts around a record, with what this very request has changed of them. */
  readonly facts?: (batch: FactsBatch, record: R, facts: WriteFacts) => WriteFacts;
  /** Whether a record gives its author a right on others of the same request: it is taken in before them. */
  readonly opensRights?: (context: EffectContext, record: R) => boolean;
  /** The record with the members that are the server's word, as it is to be stored on top of what stands. */
  readonly completed?: (context: EffectContext, record: R, stands: R | null) => R;
  /** Whether the actor sees what stands though it is in none of their buckets. */
  readonly isVisible?: (context: EffectContext, next: R, stands: R) => boolean;
  /** What the server writes of its own accord once all records of a request are in. */
  readonly following?: (
    batch: Pick<Batch, 'snapshot' | 'now' | 'current'>,
    taken: readonly R[],
  ) => readonly NewVersion[];
  /** Runs when a version was taken in, with what stood before it: tells whoever has to hear of it. */
  readonly taken?: (batch: Batch, before: R | null, after: R) => Promise<void>;
}
