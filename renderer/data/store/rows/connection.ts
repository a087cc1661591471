/** What RxDB's Dexie storage says of its database. */
type Internals = Promise<{
  readonly dexieDb: {
    isOpen(): boolean;
    open(): PromiseLike<unknown>;
    close(options: { readonly disableAutoOpen: boolean }): void;
    backendDB(): IDBDatabase;
  };
}>;

/**
 * The connection of an instance to its database. The browser closes it by itself, as after a commit that found the disk full: whatever is asked later opens it again,
 * until it is ended.
 */
export interface Connection {
  /** The connection as it stands. */
  database(): Promise<IDBDatabase>;
  /** Reads, and reads once more over a new connection where the browser has closed the one under it, or leaves the question without an answer ({@link ANSWERED_IN}). */
  read<R>(read: (database: IDBDatabase) => Promise<R>): Promise<R>;
  /** Nothing opens it any more. */
  end(): void;
}

/** Milliseconds after which a question may be one of those that get no answer: it is asked again, and whichever answer comes first is taken. */
const ANSWERED_IN = 6_000;

/** How a question ends whose connection the browser has taken away. */
const OF_LOST_CONNECTIONS = new Set(['InvalidStateError', 'AbortError']);

/** The connection that RxDB has opened. */
export function createConnection(internals: Internals): Connection {
  let isEnded = false;
  const connection: Connection = {
    async database() {
      const { dexieDb } = await internals;
      if (!dexieDb.isOpen() && !isEnded) await dexieDb.open();
      return dexieDb.backendDB();
    },
    async read(read) {
      const database = await connection.database();
      const first = read(database);
      const again = async () => {
        await letGo(database);
        return await read(await connection.database());
      };
      if (!(await isSettledInTime(first)) && !isEnded) {
        const second = again();
        // Of two failures the later one says why: the earlier is of a connection that was given up.
        return await Promise.any([first, second]).catch(() => second);
      }
      try {
        return await first;
      } catch (error) {
        if (isEnded || !isOfLostConnection(error)) throw error;
        return await again();
      }
    },
    end() {
      isEnded = true;
    },
  };
  return connection;

  /** Of several that have lost it the first one lets it go; what is under way on it comes to its end. */
  async function letGo(database: IDBDatabase): Promise<void> {
    const { dexieDb } = await internals;
    if (dexieDb.isOpen() && dexieDb.backendDB() === database) dexieDb.close({ disableAutoOpen: false });
  }
}

async function isSettledInTime(answer: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWERED_IN);
  });
  const settled = answer.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isOfLostConnection(error: unknown): boolean {
  return error instanceof Error && OF_LOST_CONNECTIONS.has(error.name);
}
