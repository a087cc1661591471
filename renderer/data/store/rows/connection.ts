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
  /** Reads, and reads once more where the browser has closed the connection under it. */
  read<R>(read: (database: IDBDatabase) => Promise<R>): Promise<R>;
  /** Nothing opens it any more. */
  end(): void;
}

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
      try {
        return await read(database);
      } catch (error) {
        if (isEnded || !isOfLostConnection(error)) throw error;
        const { dexieDb } = await internals;
        // Of several that have lost it the first one lets it go.
        if (dexieDb.isOpen() && dexieDb.backendDB() === database) dexieDb.close({ disableAutoOpen: false });
        return await read(await connection.database());
      }
    },
    end() {
      isEnded = true;
    },
  };
  return connection;
}

function isOfLostConnection(error: unknown): boolean {
  return error instanceof Error && OF_LOST_CONNECTIONS.has(error.name);
}
