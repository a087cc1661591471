import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';

/** What a page says of a record: its state, or undefined where it is not for this device any more. */
export interface PageState {
  readonly state: RegisterRecord | undefined;
}

/**
 * In which order the server's words on the records of one collection have come: pages, and answers to entries. Requests go one at a time,
 * so what has come later is never older.
 */
export interface Arrivals {
  /** A page has come; gives back its place in the order. */
  page(): number;
  /** The server has answered an entry of a record. */
  answered(id: string): void;
  /** Whether an entry of the record was answered after a page had come: the page would take the entry back. */
  isOutdated(page: number, id: string): boolean;
  /** Keeps what a page says of a record with an entry that is not answered yet. */
  hold(page: number, id: string, said: PageState): void;
  /** What was kept of a record last, whatever has been answered since. */
  kept(id: string): PageState | undefined;
  /** What has been kept of a record since the last answer about it; after that nothing is. */
  take(id: string): PageState | undefined;
}

/** More than are answered while a page is on its way into the store. */
const REMEMBERED = 10_000;

/** Nothing has come yet. */
export function createArrivals(): Arrivals {
  let last = 0;
  const answers = new Map<string, number>();
  const held = new Map<string, PageState & { readonly page: number }>();
  const isOutdated = (page: number, id: string) => page < (answers.get(id) ?? 0);
  return {
    page: () => (last += 1),
    answered(id) {
      answers.delete(id);
      answers.set(id, (last += 1));
      for (const oldest of answers.keys()) if (answers.size > REMEMBERED) answers.delete(oldest);
    },
    isOutdated,
    hold(page, id, said) {
      if (page >= (held.get(id)?.page ?? 0)) held.set(id, { ...said, page });
    },
    kept: (id) => held.get(id),
    take(id) {
      const said = held.get(id);
      held.delete(id);
      return said && !isOutdated(said.page, id) ? said : undefined;
    },
  };
}
