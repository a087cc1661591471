import { BehaviorSubject, firstValueFrom } from 'rxjs';
import { toInstant, type Instant, type LocalDate } from '../../../domain/base/ids.ts';
import { fail } from '../../../domain/base/result.ts';
import { createTurns } from '../../../domain/base/turns.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import { lessonDays } from '../../../domain/school/calendar.ts';
import { lastDayOfYear } from '../../../domain/school/class-of-pupil.ts';
import { createDiskRoom } from '../disk-room.ts';
import { createLocalRecords } from '../local-records.ts';
import { recordsOfKind } from '../records-of-kind.ts';
import type { PastYear, PastYears, Register } from '../register.ts';
import { schoolFacts } from '../school/school-facts.ts';
import type { LocalStore } from '../store/database.ts';
import { createBackOff } from '../sync/line/back-off.ts';
import { clientName } from '../sync/line/client-name.ts';
import { createPostSync } from '../sync/line/post-sync.ts';
import { createTransport, type Transport } from '../sync/line/transport.ts';
import type { SyncReporter } from '../sync/status/sync-state.ts';
import type { SyncSurroundings } from '../sync/synchronisation.ts';
import { deletePastStore, openPastStore } from './past-store.ts';
import { readYear } from './read-year.ts';

/** What the reading of a school year that is over is made of. */
interface PastYearTools {
  readonly identity: Identity;
  readonly surroundings: SyncSurroundings;
  readonly databaseName: string;
  /** The register of the year under way: what concerns this device is the same for both. */
  readonly live: () => Register;
  /** Whether there is a line: as soon as there is one again, what could not be read is asked for. */
  readonly line$: SyncReporter['state$'];
}

/** A year that is being read or open. */
interface Chosen {
  readonly startYear: number;
  end(): Promise<void>;
}

/** The school years that are over, of one account; none is open to begin with, and what an earlier run has left is deleted. */
export function createPastYears(tools: PastYearTools): PastYears {
  const state$ = new BehaviorSubject<PastYear | undefined>(undefined);
  /** Openings and closings one after the other: there is one store for them. */
  const inTurn = createTurns();
  let wanted: number | undefined;
  let chosen: Chosen | undefined;
  let isClosed = false;
  void inTurn(() => deletePastStore(tools.databaseName));

  async function follow(): Promise<void> {
    if (chosen && chosen.startYear === wanted) return;
    const left = chosen;
    chosen = undefined;
    if (left) await left.end();
    if (wanted !== undefined && !isClosed) chosen = await begin(wanted);
  }

  async function begin(startYear: number): Promise<Chosen | undefined> {
    const key = await tools.surroundings.bridge.localStoreKey();
    // Locked meanwhile: the register closes, and this with it.
    if (!key.ok) return undefined;
    const { opening, key: secret, databaseName } = key.value;
    const store = await openPastStore(databaseName, secret);
    secret.fill(0);
    let received = 0;
    const isCurrent = () => wanted === startYear && !isClosed;
    const tell = (trouble?: Extract<PastYear, { kind: 'reading' }>['trouble']) => {
      if (!isCurrent() || state$.value?.kind === 'open') return;
      state$.next({ kind: 'reading', startYear, received, ...(trouble ? { trouble } : {}) });
    };
    const closed = new AbortController();
    const transport = transportOf(startYear, closed.signal, opening, tell);
    const online = tools.line$.subscribe(({ connection }) => {
      if (connection === 'online') transport.wake();
    });
    const count = (documents: number) => {
      received += documents;
      tell();
    };
    const read = async () => {
      // The store may fail as well: then there is nothing to show.
      const isGiven = await readYear(startYear, store, transport, count).catch(() => false);
      const register = isGiven ? await registerOf(store, startYear) : undefined;
      if (!isCurrent()) return;
      if (register) state$.next({ kind: 'open', startYear, register });
      else tell('notGiven');
    };
    const reading = read();
    return {
      startYear,
      async end() {
        online.unsubscribe();
        closed.abort();
        transport.close();
        await reading;
        await store.close();
        await deletePastStore(databaseName);
      },
    };
  }

  function transportOf(
    year: number,
    closed: AbortSignal,
    opening: Parameters<typeof createPostSync>[0]['opening'],
    tell: (trouble?: 'offline' | 'signInNeeded') => void,
  ): Transport {
    const { fetch, syncUrl: url, random, deviceTime } = tools.surroundings;
    return createTransport(
      createPostSync({ url, opening, fetch, closed }),
      createBackOff(random),
      {
        onSyncing: () => undefined,
        onRestored: () => undefined,
        onAnswer: () => tell(),
        onFailure: (result) =>
          tell(result.kind === 'failure' && result.status === 401 ? 'signInNeeded' : 'offline'),
      },
      { client: clientName(), deviceTime, isPaused: () => false, wordsFor: () => ({ year }) },
    );
  }

  async function registerOf(store: LocalStore, startYear: number): Promise<Register> {
    const { identity } = tools;
    const records = createLocalRecords(
      store,
      createDiskRoom(() => undefined),
    );
    const facts$ = schoolFacts(records, identity);
    const { view } = await firstValueFrom(facts$);
    const year = view.years.get(startYear);
    const today = eveningOf(
      (year && (lessonDays(year).at(-1) ?? year.lessonsTo)) ?? lastDayOfYear(startYear),
    );
    return {
      identity,
      pastYear: startYear,
      now: () => today,
      records: { find: recordsOfKind(records), facts$ },
      run: async () => Promise.resolve(fail({ kind: 'refused', reason: 'yearClosed' })),
      status: tools.live().status,
    };
  }

  return {
    state$,
    open(startYear) {
      wanted = startYear;
      state$.next({ kind: 'reading', startYear, received: 0 });
      void inTurn(follow);
    },
    leave() {
      wanted = undefined;
      state$.next(undefined);
      void inTurn(follow);
    },
    async close() {
      isClosed = true;
      wanted = undefined;
      state$.next(undefined);
      await inTurn(follow);
    },
  };
}

/** When the last lesson of a day is over, whatever the season says of the clock. */
function eveningOf(day: LocalDate): Instant {
  return toInstant(Date.parse(`${day}T18:00:00.000Z`));
}
