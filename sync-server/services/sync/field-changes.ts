import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { EntryId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/records/collections.ts';
import { isLaterChange, type FieldChange } from '../../../domain/rules/merge-events.ts';
import type { StoredVersion } from '../../storage/storage.ts';

/** Who gave a field its current value, when, and with which entry. */
export interface AttributedChange extends FieldChange {
  readonly entry: EntryId;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Finds who gave a field its current value, by walking the record's history.
 *
 * A merged version is preceded by the pushed one it was made with: what comes from that one is its author's; what was combined of
 * both sides (a list of signatures or events) belongs to the later of them, so that a third entry meets the same time in any order.
 */
export function lastChangeOf(
  history: readonly StoredVersion[],
  current: RegisterRecord,
  field: string,
): AttributedChange {
  let value: unknown;
  let pushed: StoredVersion | undefined;
  let change: AttributedChange | undefined;
  for (const version of history) {
    if (version.outcome === 'overruled') {
      pushed = version;
      continue;
    }
    const next = valueIn(version, field);
    if (!change || !equalJson(value, next)) {
      const made = version.outcome === 'merged' && pushed ? attribute(pushed) : attribute(version);
      const isCombined = version.outcome === 'merged' && pushed && !equalJson(valueIn(pushed, field), next);
      change = isCombined && change && isLaterChange(change, made) ? change : made;
    }
    value = next;
  }
  return change ?? attribute(current);
}

function valueIn(version: StoredVersion, field: string): unknown {
  // The text was a valid record when it was written.
  return (JSON.parse(version.json) as Fields)[field];
}

function attribute({ author, recordedAt, entry }: AttributedChange): AttributedChange {
  return { author, recordedAt, entry };
}
