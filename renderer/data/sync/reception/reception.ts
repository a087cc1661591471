import type { EntryId } from '../../../../domain/base/ids.ts';
import type { Checkpoint } from '../../../../domain/protocol/endpoints/register/sync.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { PageReader, ReadPage } from './page-reader.ts';
import type { PageStore } from './page-store.ts';
import type { StartAgainNote } from './start-again-note.ts';

/** Reads one collection from the server into the store. */
export interface Reception {
  /** Reads on from where the collection is. */
  wake(): void;
  /** Something that was read is not in the store: the next time it is read from the beginning. */
  startAgain(): void;
  /**
   * The store is another one: what it does not have any more is taken away at once, the next time it is read from the beginning, and
   * those stay that it shows in an older version than this device holds of a colleague's.
   */
  startAnew(gone: readonly RegisterRecord[], kept: ReadonlyMap<string, EntryId>): Promise<void>;
  /** Reads on, and resolves when a reading that began after this has ended, whether it could read or not. */
  caughtUp(): Promise<void>;
  /** Ends when nothing is on its way into the store any more. */
  close(): Promise<void>;
}

const NOTHING_READ: Checkpoint = {};

/** The reception of one collection; a checkpoint is on the disk only after what it speaks of. */
export function createReception(options: {
  readonly reader: PageReader;
  readonly store: PageStore;
  readonly mark: {
    readonly get: () => Checkpoint | undefined;
    readonly set: (checkpoint: Checkpoint) => Promise<void>;
  };
  readonly again: Pick<StartAgainNote, 'isWanted' | 'want' | 'forget'>;
  /** Nothing may be stored until it is known what the server's store has lost. */
  readonly isPaused: () => boolean;
  /** What a page of records waits for, before it goes into the store. */
  readonly before?: () => Promise<void>;
  /** A page is in the store. */
  readonly onStored: (received: number, more: boolean) => void;
  readonly onFailure: (error: unknown) => void;
}): Reception {
  const { reader, store, mark } = options;
  let isAgain = options.again.isWanted();
  const state = { isWanted: false, isClosed: false };
  let running: Promise<void> | undefined;
  /** Who waits for the end of the next reading. */
  let waiting: (() => void)[] = [];

  function startAgain(): void {
    isAgain = true;
    options.again.want();
  }

  async function put({ number, received, documents, lost, checkpoint, more }: ReadPage): Promise<void> {
    if (received > 0) await options.before?.();
    // Looked for now: the page before is in the store only now.
    await store.remove(
      number,
      (await lost()).map(({ id }) => id),
    );
    await store.put(number, documents);
    await mark.set(checkpoint);
    options.onStored(received, more);
  }

  /** Reads page after page; the next one is on its way while one is stored. Answers whether all that there is has been read. */
  async function readAll(start: Checkpoint, known: Checkpoint): Promise<boolean> {
    let storing = Promise.resolve();
    let checkpoint = start;
    /** Of the first page, which shows all that is for this device, and with which what is not leaves it. */
    let before = known;
    let more = true;
    while (more && !state.isClosed && !options.isPaused()) {
      const page = await reader.read(checkpoint, before);
      await storing;
      if (!page || options.isPaused()) break;
      storing = put(page);
      // Waited for in the next turn: a failure in between is not left alone.
      storing.catch(() => undefined);
      ({ checkpoint, more } = page);
      before = checkpoint;
    }
    await storing;
    return !more;
  }

  async function readOn(): Promise<void> {
    const fromStart = isAgain;
    isAgain = false;
    try {
      const known = mark.get() ?? NOTHING_READ;
      const isComplete = await readAll(fromStart ? NOTHING_READ : known, known);
      if (!fromStart) return;
      if (!isComplete) isAgain = true;
      else if (!isAgain) options.again.forget();
    } catch (error) {
      // The local store failed in the middle. The mark is behind what is in it: the rest is read again from there.
      if (fromStart) isAgain = true;
      options.onFailure(error);
    }
  }

  async function run(): Promise<void> {
    // Never over before it is known to run.
    await Promise.resolve();
    while (state.isWanted && !state.isClosed) {
      state.isWanted = false;
      const told = waiting;
      waiting = [];
      if (!options.isPaused()) await readOn();
      for (const tell of told) tell();
    }
    running = undefined;
    for (const tell of waiting.splice(0)) tell();
  }

  function wake(): void {
    state.isWanted = true;
    running ??= run();
  }

  return {
    wake,
    startAgain,
    async startAnew(gone, kept) {
      reader.keep(kept);
      startAgain();
      // How far the other store was read says nothing of this one. What only this device has stays, as long as it is in a bucket that the account may read. A full
      // disk is no obstacle.
      await mark.set(NOTHING_READ).catch(() => undefined);
      await store.remove(
        reader.now(),
        gone.map(({ id }) => id),
      );
    },
    caughtUp: async () =>
      await new Promise((resolve) => {
        waiting.push(resolve);
        wake();
      }),
    async close() {
      state.isClosed = true;
      await running;
    },
  };
}
