import { TAKING_ORDER, type CollectionName } from '../../../domain/record/collection-names.ts';
import { isCollectionName } from '../../../domain/kinds/collections.ts';
import { kindOf } from '../../../domain/kinds/registry.ts';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import type {
  FieldConflict,
  PushOutcome,
  PushRow,
  SyncRequest,
} from '../../../domain/protocol/endpoints/register/sync.ts';
import type { SchoolTransaction } from '../../storage/contract/storage.ts';
import type { RecordValidator } from '../batch/record-validators.ts';
import { createBatch, type BatchContext } from '../batch/batch.ts';
import { pushRow, refusedUnread } from './push-row.ts';
import type { TouchedBuckets } from '../batch/touched-buckets.ts';

/** The answers to all rows of a request, by collection, and what they touched. */
export interface PushResult {
  readonly outcomes: Readonly<Record<string, readonly PushOutcome[]>>;
  readonly touched: TouchedBuckets;
  /** Whether every row was answered; the device sends the others again, and they are judged as if they had come then. */
  readonly isWhole: boolean;
}

/** Rows whose records, and the versions that their entries name, are looked for at once: a few bytes may name large ones. */
const SLICE = 32;

/**
 * Takes in the rows of one request within one transaction; each row is answered by itself, none holds up another. What gives its author a right on
 * others comes first, with all that the request says of the same record; else the collections have their order. Where the first ones have
 * made as much work beside them as a request may, the rest is left without an answer: one request would hold up all schools.
 */
export async function push(
  transaction: SchoolTransaction,
  context: BatchContext,
  validator: RecordValidator,
  rows: SyncRequest['push'],
): Promise<PushResult> {
  const validate = once(validator);
  const batch = createBatch(transaction, context);
  const answers = new Map<PushRow, PushOutcome>();
  const outcomes: Record<string, readonly PushOutcome[]> = {};
  const known = TAKING_ORDER.flatMap((collection) =>
    Object.hasOwn(rows, collection) ? [{ collection, own: rows[collection] ?? [] }] : [],
  );
  for (const { collection, own } of known) {
    const opening = new Set(
      own.filter((row) => opensRights(collection, row)).map(({ next }) => textIn(next, 'id')),
    );
    if (opening.size > 0)
      await take(
        collection,
        own.filter(({ next }) => opening.has(textIn(next, 'id'))),
      );
  }
  for (const { collection, own } of known) {
    await take(
      collection,
      own.filter((row) => !answers.has(row)),
    );
    outcomes[collection] = own.flatMap((row) => answers.get(row) ?? []);
  }
  for (const [name, own] of Object.entries(rows)) {
    if (!isCollectionName(name))
      outcomes[name] = own.map((row) => refusedUnread(row.next, { reason: 'invalid' }));
  }
  await batch.finish();
  const isWhole = known.every(({ own }) => own.every((row) => answers.has(row)));
  return { outcomes, touched: batch.touched, isWhole };

  /** An answer with the state that stands as far as its author may read it. */
  function shown(outcome: PushOutcome): PushOutcome {
    const { master, conflicts } = outcome;
    if (!master) return outcome;
    const read = batch.asRead(master);
    return { ...outcome, master: read, ...(conflicts ? { conflicts: conflicts.map(asTold) } : {}) };

    /** What lost, and what was kept instead, as far as it is told in the state that stands. */
    function asTold(conflict: FieldConflict): FieldConflict {
      const told: unknown = Reflect.get(read, conflict.field);
      return equalJson(told, Reflect.get(Object(master), conflict.field))
        ? conflict
        : { ...conflict, kept: told };
    }
  }

  function opensRights(collection: CollectionName, { next }: PushRow): boolean {
    const checked = validate(collection, next);
    return checked.ok && batch.kinds.opensRights(batch, checked.value);
  }

  /** The key of the record without which one is not decided on. */
  function besideOf(collection: CollectionName, { next }: PushRow): readonly string[] {
    const checked = validate(collection, next);
    const key = checked.ok ? kindOf(checked.value).standsOn?.(checked.value) : undefined;
    return key === undefined ? [] : [key];
  }

  async function take(collection: CollectionName, own: readonly PushRow[]) {
    for (let start = 0; start < own.length; start += SLICE) {
      if (batch.isFull()) return;
      const rows = own.slice(start, start + SLICE);
      await batch.preload(
        collection,
        rows.flatMap((row) => [textIn(row.next, 'id'), ...besideOf(collection, row)]),
        rows.map(({ next }) => textIn(next, 'entry')),
      );
      for (const row of rows) {
        // One row is taken in any case: what is too much for a request goes with one of its own.
        if (answers.size > 0 && batch.isFull()) return;
        answers.set(row, shown(await pushRow(batch, validate, collection, row)));
      }
    }
  }
}

/** Validates each row once, though it is asked for twice: what opens rights is taken in first. */
function once(validator: RecordValidator): RecordValidator {
  const known = new Map<unknown, ReturnType<RecordValidator>>();
  return (collection, next) => {
    const checked = known.get(next) ?? validator(collection, next);
    known.set(next, checked);
    return checked;
  };
}

/** Rows are not validated yet: their members may be anything. */
function textIn(next: PushRow['next'], member: 'id' | 'entry'): string {
  const value: unknown = next[member];
  return typeof value === 'string' ? value : '';
}
