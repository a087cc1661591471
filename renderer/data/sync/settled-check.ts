import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { KnownVersions } from './known-versions.ts';

/** RxDB has written the answer to a push by then; a busy machine gets more time, twice as much for each further look. */
const AFTER_MS = 1_000;
const MOST_LOOKS = 5;

/** Looks, some time after a push was answered, whether the store has what the server has shown last. */
export interface SettledCheck {
  /** The server has taken an entry of this record, or has shown what became of one. */
  settled(id: string): void;
  close(): void;
}

/**
 * RxDB passes over a state of the server that comes in while the answer to a push of the same record is not yet in the store, expects
 * nothing more of it, and moves its checkpoint on: a colleague's newer state would never be shown. So every record that was pushed is
 * looked at again until the store has the newest state.
 */
export function createSettledCheck(options: {
  readonly stored: (ids: string[]) => Promise<readonly RegisterRecord[]>;
  /** Whether an entry of the record still waits: then its answer is yet to come. */
  readonly isUnsent: (id: string) => boolean;
  readonly versions: KnownVersions;
  /** The store holds a state that the server has replaced. */
  readonly onOutdated: () => void;
}): SettledCheck {
  /** How often each record has been looked at without finding its newest state. */
  let looks = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  function plan(): void {
    if (isClosed || looks.size === 0) return;
    timer ??= setTimeout(() => void look(), AFTER_MS * 2 ** Math.min(...looks.values()));
  }

  async function look(): Promise<void> {
    timer = undefined;
    const before = looks;
    looks = new Map();
    const open = await stillOpen([...before.keys()]);
    for (const id of open) {
      const count = (before.get(id) ?? 0) + 1;
      // Where another entry has been settled meanwhile, that one counts.
      if (count < MOST_LOOKS && !looks.has(id)) looks.set(id, count);
    }
    plan();
  }

  /** Which records the store does not have in their newest state, or cannot tell. */
  async function stillOpen(ids: string[]): Promise<readonly string[]> {
    const found = await options.stored(ids).catch((): undefined => undefined);
    if (!found) return ids;
    // Those with an entry that waits are settled when it is answered.
    const answered = found.filter(({ id }) => !options.isUnsent(id));
    const outdated = answered.filter((record) => options.versions.compare(record) === 'older');
    if (outdated.length > 0 && !isClosed) options.onOutdated();
    const unwritten = answered.filter(({ receivedAt }) => receivedAt === undefined);
    return [...outdated, ...unwritten].map(({ id }) => id);
  }

  return {
    settled(id) {
      looks.set(id, 0);
      plan();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
