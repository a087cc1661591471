import type { CheckOptions, DatabaseReport } from './contract/database-report.ts';

/** What is known of the database: `damaged` cannot be served, `history` is read and written on while its operator looks into it. */
export type DataState = 'ok' | 'damaged' | 'history';

/** Knows whether the database is sound. */
export interface DataHealth {
  state(): DataState;
  /** SQLite itself has met damage while serving. */
  damaged(): void;
  /** Looks at the file and at the ends of the chains; ends when that is done, or after so many milliseconds at the latest. */
  first(longestMs: number): Promise<void>;
  /** Looks at everything soon and then once a day, until closed. */
  watch(): void;
  close(): Promise<void>;
}

/** What the health is found out with. */
export interface DataHealthParts {
  readonly check: (options: CheckOptions, signal: AbortSignal) => Promise<DatabaseReport>;
  /** Told what was found: kinds and places, no content. */
  readonly onFound: (found: DatabaseReport) => void;
  readonly onError: (error: unknown) => void;
}

/** Links that are looked at before the first request is answered; the rest follows beside the work. */
const LINKS_AT_START = 500;
const FIRST_WHOLE_MS = 60_000;
const WHOLE_EVERY_MS = 86_400_000;

/**
 * The health of one database. Damage once met stays until the next start: a restored file is a new start. A fault in a chain of hashes, or
 * a trigger that is gone, is told to the operators and in the answer to monitors, and the register goes on: the fault is evidence, and refusing the school's work
 * would not mend it. Texts that are not well formed, a known fault of earlier versions, are none.
 */
export function createDataHealth({ check, onFound, onError }: DataHealthParts): DataHealth {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let found: DataState = 'ok';
  let timer: NodeJS.Timeout | undefined;

  const judge = (report: DatabaseReport) => {
    const hasBrokenChain = report.chains.some(({ faults }) => faults.some(({ kind }) => kind !== 'text'));
    const isSuspect = hasBrokenChain || report.guards.length > 0;
    if (report.file.length > 0 || isSuspect) onFound(report);
    if (report.file.length > 0) found = 'damaged';
    else if (isSuspect && found === 'ok') found = 'history';
  };
  const look = async (options: CheckOptions) => {
    const done = check(options, stopping.signal)
      .then(judge)
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) onError(error);
      })
      .finally(() => running.delete(done));
    running.add(done);
    await done;
  };

  return {
    state: () => found,
    damaged() {
      if (found === 'damaged') return;
      found = 'damaged';
      onFound({ file: ['met while serving'], guards: [], chains: [] });
    },
    async first(longestMs) {
      const late = new Promise<void>((resolve) => {
        setTimeout(resolve, longestMs).unref();
      });
      await Promise.race([look({ lastLinks: LINKS_AT_START }), late]);
    },
    watch() {
      const next = (delay: number) => {
        timer = setTimeout(() => {
          void look({});
          next(WHOLE_EVERY_MS);
        }, delay);
        timer.unref();
      };
      next(FIRST_WHOLE_MS);
    },
    async close() {
      clearTimeout(timer);
      stopping.abort();
      await Promise.all(running);
    },
  };
}
