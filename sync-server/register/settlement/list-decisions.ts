import { hasItem, itemsIn, type Item } from '../../../domain/entries/items.ts';
import type { EntryId, Instant, PersonId } from '../../../domain/base/ids.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';
import type { FieldDecision } from './conflict-notices.ts';
import { derivedEntry } from '../batch/derived-entry.ts';
import type { AnyKind } from '../../../domain/kinds/registry.ts';
import { recordOfVersion } from '../batch/record-of-version.ts';

/**
 * Makes of the decision on a list one for each person whose items are missing from what is kept: several people wrote it, and everybody
 * is to hear of their own loss. Whoever has no item in it lost the removal of one, and hears of the whole list.
 */
export function splitByPerson(
  kind: Pick<AnyKind, 'fields'>,
  history: readonly StoredVersion[],
  decision: FieldDecision,
): readonly FieldDecision[] {
  const rule = kind.fields[decision.field];
  const made = rule && 'made' in rule ? rule.made : undefined;
  if (!rule || !made || !Array.isArray(decision.lost)) return [decision];
  const kept = itemsIn(decision.kept);
  const items = itemsIn(decision.lost);
  const missing = Map.groupBy(
    items.filter((item) => !hasItem(kept, item)),
    (item) => item[made.by] as PersonId,
  );
  const own = [...missing].map(([author, lost]): FieldDecision => {
    const source = lastIntroduced(history, decision.field, author, lost) ?? decision.loser;
    const latest = lost.map((item) => item[made.at] as Instant).reduce((a, b) => (a > b ? a : b));
    const recordedAt = latest < source.recordedAt ? latest : source.recordedAt;
    // One save may lose one item today and another tomorrow: each loss has a name of its own, and the same one always the same.
    const entry = derivedEntry('lost', source.entry, JSON.stringify(lost));
    const against = rule.rule === 'own' ? { kept: rule.own.against(lost, decision.kept) } : {};
    return { ...decision, ...against, lost, loser: { author, recordedAt, entry } };
  });
  const isTheirs = items.some((item) => item[made.by] === decision.loser.author);
  return isTheirs ? own : [...own, decision];
}

/** The last of the saves with which a person brought in the given items. */
function lastIntroduced(
  history: readonly StoredVersion[],
  field: string,
  author: PersonId,
  items: readonly Item[],
): { readonly entry: EntryId; readonly recordedAt: Instant } | undefined {
  const left = [...items];
  let last: StoredVersion | undefined;
  for (const version of history) {
    if (version.author !== author || left.length === 0) continue;
    const content: Item = { ...recordOfVersion(version) };
    const there = itemsIn(content[field]);
    const found = left.filter((item) => hasItem(there, item));
    if (found.length > 0) last = version;
    for (const item of found) left.splice(left.indexOf(item), 1);
  }
  return last;
}
