import { equalJson } from '../base/canonical-json.ts';

/** One thing in a list inside a record, whatever kind the record is of. */
export type Item = Readonly<Record<string, unknown>>;

/** The things in a value that is a list; none in any other. */
export function itemsIn(value: unknown): readonly Item[] {
  return Array.isArray(value) ? (value as readonly Item[]) : [];
}

/** Whether a list has a thing as it is. */
export function hasItem(list: readonly Item[], item: unknown): boolean {
  return list.some((other) => equalJson(other, item));
}
