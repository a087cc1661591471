import type { PersonId } from '../../../domain/base/ids.ts';
import { hasItem, itemsIn, type Item } from '../../../domain/entries/items.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { AnyMade } from '../../../domain/record/field-rules.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';
import { recordOfVersion } from './record-of-version.ts';

/** A list that a kind merges by a rule of its own, and the members of its items that say who made them. */
interface OwnList {
  readonly field: string;
  readonly made: AnyMade;
}

/**
 * The state that stands, together with those items of the merged lists that colleagues made earlier: a list made on an older state
 * brings them back without its author having made them, and must not be refused for it.
 */
export function withEarlierParts(
  history: readonly StoredVersion[],
  stands: RegisterRecord,
  merged: RegisterRecord,
  pusher: PersonId,
): RegisterRecord {
  const changed: Record<string, unknown> = {};
  for (const list of ownListsOf(stands)) {
    const standing = itemsOf(stands, list);
    const foreign = itemsOf(merged, list).filter(
      (item) => item[list.made.by] !== pusher && !hasItem(standing, item),
    );
    // The usual case, in which nothing of the history has to be read.
    if (foreign.length === 0) continue;
    const known = history.flatMap((version) => authorisedItems(version, list));
    const earlier = foreign.filter((item) => hasItem(known, item));
    if (earlier.length > 0) changed[list.field] = [...standing, ...earlier];
  }
  return { ...stands, ...changed };
}

function ownListsOf(record: RegisterRecord): readonly OwnList[] {
  return Object.entries(kindOf(record).fields).flatMap(([field, rule]) =>
    rule.rule === 'own' ? [{ field, made: rule.made }] : [],
  );
}

/** The items of a version that are surely their authors': of an overruled list nobody has looked at what it says of colleagues. */
function authorisedItems(version: StoredVersion, list: OwnList): readonly Item[] {
  const items = itemsOf(recordOfVersion(version), list);
  if (version.outcome !== 'overruled') return items;
  return items.filter((item) => item[list.made.by] === version.author);
}

function itemsOf(record: RegisterRecord, { field }: OwnList): readonly Item[] {
  return itemsIn(Reflect.get(record, field));
}
