import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { EntryId } from '../../../domain/base/ids.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { isLaterChange, saidBy, type FieldChange } from '../../../domain/record/field-rules.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';
import { recordOfVersion } from '../batch/record-of-version.ts';

/** Who gave a field its current value, when, and with which entry. */
export interface AttributedChange extends FieldChange {
  readonly entry: EntryId;
}

/**
 * Finds who gave a field its current value, by walking the record's history back from its end, no further than that takes. What was given before
 * the versions that are looked at counts as given by the first of them.
 *
 * A merged version is preceded by the pushed one it was made with: what comes from that one is its author's; what was combined of
 * both sides (a list of signatures or events) belongs to the later of them, so that a third entry meets the same time in any order.
 */
export function lastChangeOf(
  history: readonly StoredVersion[],
  current: RegisterRecord,
  field: string,
): AttributedChange {
  const rule = kindOf(current).fields[field];
  const saidIn = (version: StoredVersion) => saidBy(rule, Reflect.get(recordOfVersion(version), field));
  let last: AttributedChange | undefined;
  let visited = acceptedBefore(history, history.length);
  while (visited) {
    const { version, index } = visited;
    const before = acceptedBefore(history, index);
    if (!before || !equalJson(saidIn(before.version), saidIn(version))) {
      const pushed = version.outcome === 'merged' ? pushedBefore(history, index)?.version : undefined;
      const made = attribute(pushed ?? version);
      if (!last || isLaterChange(made, last)) last = made;
      const isCombined = pushed && !equalJson(saidIn(pushed), saidIn(version));
      if (!isCombined) return last;
    }
    visited = before;
  }
  return last ?? attribute(current);
}

/** A version with its position in the history. */
interface Visited {
  readonly version: StoredVersion;
  readonly index: number;
}

function acceptedBefore(history: readonly StoredVersion[], end: number): Visited | undefined {
  return lastBefore(history, end, ({ outcome }) => outcome !== 'overruled');
}

function pushedBefore(history: readonly StoredVersion[], end: number): Visited | undefined {
  return lastBefore(history, end, ({ outcome }) => outcome === 'overruled');
}

function lastBefore(
  history: readonly StoredVersion[],
  end: number,
  fits: (version: StoredVersion) => boolean,
): Visited | undefined {
  for (let index = end - 1; index >= 0; index -= 1) {
    const version = history[index];
    if (version && fits(version)) return { version, index };
  }
  return undefined;
}

function attribute({ author, recordedAt, entry }: AttributedChange): AttributedChange {
  return { author, recordedAt, entry };
}
