import type { RegisterRecord } from '../../../domain/records/collections.ts';
import type { KnownVersions } from './known-versions.ts';

/** RxDB has written the answer to a push by then; a busy machine gets more time. */
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
  let looks = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function plan(): void {
    timer ??= setTimeout(() => void look().catch(() => undefined), AFTER_MS);
  }

  async function look(): Promise<void> {
    timer = undefined;
    const before = looks;
    looks = new Map();
    const found = await options.stored([...before.keys()]);
    const answered = found.filter(({ id }) => !options.isUnsent(id));
    const isOutdated = (record: RegisterRecord) => options.versions.compare(record) === 'older';
    if (answered.some(isOutdated)) options.onOutdated();
    for (const record of answered) {
      const count = (before.get(record.id) ?? 0) + 1;
      const isDone = record.receivedAt !== undefined && !isOutdated(record);
      if (!isDone && count < MOST_LOOKS) looks.set(record.id, count);
    }
    if (looks.size > 0) plan();
  }

  return {
    settled(id) {
      looks.set(id, 0);
      plan();
    },
    close() {
      clearTimeout(timer);
    },
  };
}
