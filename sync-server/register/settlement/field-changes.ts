import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { EntryId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { isLaterChange, type FieldChange } from '../../../domain/record/field-rules.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';

/** Who gave a field its current value, when, and with which entry. */
export interface AttributedChange extends FieldChange {
  readonly entry: EntryId;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Finds who gave a field its current value, by walking the record's history back from its end, no further than that takes.
 *
 * A merged version is preceded by the pushed one it was made with: what comes from that one is its author's; what was combined of
 * both sides (a list of signatures or events) belongs to the later of them, so that a third entry meets the same time in any order.
 */
export function lastChangeOf(
  history: readonly StoredVersion[],
  current: RegisterRecord,
  field: string,
): AttributedChange {
  let last: AttributedChange | undefined;
  let version = acceptedBefore(history, history.length);
  while (version) {
    const before = acceptedBefore(history, version.index);
    if (!before || !equalJson(valueIn(before, field), valueIn(version, field))) {
      const pushed = version.outcome === 'merged' ? pushedBefore(history, version.index) : undefined;
      const made = attribute(pushed ?? version);
      if (!last || isLaterChange(made, last)) last = made;
      const isCombined = pushed && !equalJson(valueIn(pushed, field), valueIn(version, field));
      if (!isCombined) return last;
    }
    version = before;
  }
  return last ?? attribute(current);
}

/** A version with its position in the history, and its content once it was read. */
interface Visited extends StoredVersion {
  readonly index: number;
  content?: Fields;
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
    if (version && fits(version)) return { ...version, index };
  }
  return undefined;
}

function valueIn(version: Visited, field: string): unknown {
  version.content ??= { ...storedRecord(version.json) };
  return version.content[field];
}

function attribute({ author, recordedAt, entry }: AttributedChange): AttributedChange {
  return { author, recordedAt, entry };
}
