import { BehaviorSubject, firstValueFrom } from 'rxjs';
import { readScope } from '../../../domain/access/bucket.ts';
import { toInstant, type Instant, type LocalDate } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { fail } from '../../../domain/base/result.ts';
import { createTurns } from '../../../domain/base/turns.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import { lastLessonDay } from '../../../domain/school/calendar.ts';
import { lastDayOfYear } from '../../../domain/school/class-of-pupil.ts';
import { pastYearActor } from '../../../domain/school/who/past-year-actor.ts';
import { createDiskRoom } from '../disk-room.ts';
import { createLocalRecords } from '../local-records.ts';
import { recordsOfKind } from '../records-of-kind.ts';
import {
  hasEnded,
  type PastYear,
  type PastYearEnd,
  type PastYears,
  type PastYearTrouble,
  type Register,
} from '../register.ts';
import { schoolFacts } from '../school/school-facts.ts';
import type { LocalStore } from '../store/database.ts';
import { isDiskFull } from '../store/disk-full.ts';
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

/** That a year was chosen: the same year, chosen again after it was left, is another wish. */
interface Wish {
  readonly startYear: number;
}

/** A year that is being read or open. */
interface Chosen {
  readonly wish: Wish;
  end(): Promise<void>;
}

/** What the reading of a year begins with. */
interface Begun {
  readonly store: LocalStore;
  readonly opening: Opening;
  readonly tell: Told;
  readonly databaseName: string;
}

type Opening = Parameters<typeof createPostSync>[0]['opening'];

/** How the year that was chosen goes on, as it is told. */
interface Told {
  received(documents: number): void;
  /** Undefined when the trouble is over. */
  trouble(trouble?: 'offline' | 'signInNeeded'): void;
  /** With it nothing is told any more. */
  end(how: Register | PastYearEnd): void;
}

/** The school years that are over, of one account; none is open to begin with, and what an earlier run has left is deleted. */
export function createPastYears(tools: PastYearTools): PastYears {
  const state$ = new BehaviorSubject<PastYear | undefined>(undefined);
  /** Openings and closings one after the other: there is one store for them. */
  const inTurn = createTurns();
  let wanted: Wish | undefined;
  let chosen: Chosen | undefined;
  let isClosed = false;
  void inTurn(() => deletePastStore(tools.databaseName));

  async function follow(): Promise<void> {
    if (chosen?.wish === wanted) return;
    const left = chosen;
    chosen = undefined;
    await left?.end();
    const wish = wanted;
    if (wish && !isClosed) chosen = await begin(wish);
  }

  function tellOf(wish: Wish): Told {
    const { startYear } = wish;
    let received = 0;
    let isOver = false;
    const next = (state: PastYear) => {
      if (wanted === wish && !isClosed) state$.next(state);
    };
    const reading = (trouble?: PastYearTrouble) =>
      next({ kind: 'reading', startYear, received, ...(trouble ? { trouble } : {}) });
    return {
      received(documents) {
        received += documents;
        if (!isOver) reading();
      },
      trouble(trouble) {
        if (!isOver) reading(trouble);
      },
      end(how) {
        isOver = true;
        if (typeof how === 'string') reading(how);
        else next({ kind: 'open', startYear, register: how });
      },
    };
  }

  async function begin(wish: Wish): Promise<Chosen | undefined> {
    const tell = tellOf(wish);
    const key = await tools.surroundings.bridge.localStoreKey();
    // Locked meanwhile: the register closes, and this with it.
    if (!key.ok) return undefined;
    const { opening, key: secret, databaseName } = key.value;
    try {
      const store = await openPastStore(databaseName, secret);
      return read(wish, { store, opening, tell, databaseName });
    } catch (error) {
      tell.end(endOf(error));
      return undefined;
    } finally {
      secret.fill(0);
    }
  }

  /** Begins to read a year into its store; what becomes of it is told. */
  function read(wish: Wish, { store, opening, tell, databaseName }: Begun): Chosen {
    const closed = new AbortController();
    const transport = transportOf(wish.startYear, closed.signal, opening, tell);
    const online = tools.line$.subscribe(({ connection }) => {
      if (connection === 'online') transport.wake();
    });
    const { school, person, roles } = tools.identity;
    const reading = readYear(wish.startYear, {
      store,
      transport,
      ofEverybody: new Set(readScope({ school, person, roles, classes: [] })),
      onReceived: tell.received,
    })
      .then(async (outcome) =>
        tell.end(outcome === 'given' ? await registerOf(store, wish.startYear) : outcome),
      )
      .catch((error: unknown) => tell.end(endOf(error)));
    return {
      wish,
      async end() {
        online.unsubscribe();
        closed.abort();
        transport.close();
        await reading;
        try {
          await store.close();
        } finally {
          await deletePastStore(databaseName);
        }
      },
    };
  }

  function transportOf(year: number, closed: AbortSignal, opening: Opening, tell: Told): Transport {
    const { fetch, syncUrl: url, random, deviceTime } = tools.surroundings;
    return createTransport(
      createPostSync({ url, opening, fetch, closed }),
      createBackOff(random),
      {
        onSyncing: () => undefined,
        onRestored: () => undefined,
        onAnswer: () => tell.trouble(),
        onFailure: (result) =>
          tell.trouble(result.kind === 'failure' && result.status === 401 ? 'signInNeeded' : 'offline'),
      },
      { client: clientName(), deviceTime, isPaused: () => false, wordsFor: () => ({ year }) },
    );
  }

  async function registerOf(store: LocalStore, startYear: number): Promise<Register> {
    const { identity } = tools;
    const live = tools.live();
    const records = createLocalRecords(
      store,
      createDiskRoom(() => undefined),
    );
    // Who reads it is decided by what is so today as well, and the store of that year has nothing of today.
    const { view } = await firstValueFrom(live.records.facts$);
    const year = view.years.get(startYear);
    const reader = year && pastYearActor(view, identity, { year, today: dayOfInstant(live.now()) });
    const evening = eveningOf(year ? lastLessonDay(year) : lastDayOfYear(startYear));
    return {
      identity,
      pastYear: startYear,
      now: () => evening,
      records: { find: recordsOfKind(records), facts$: schoolFacts(records, identity, reader) },
      run: async () => Promise.resolve(fail({ kind: 'refused', reason: 'yearClosed' })),
      status: live.status,
    };
  }

  return {
    state$,
    open(startYear) {
      const told = state$.value;
      const hasFailed = told?.kind === 'reading' && hasEnded(told.trouble);
      if (wanted?.startYear === startYear && !hasFailed) return;
      wanted = { startYear };
      state$.next({ kind: 'reading', startYear, received: 0 });
      go();
    },
    leave() {
      wanted = undefined;
      state$.next(undefined);
      go();
    },
    async close() {
      isClosed = true;
      wanted = undefined;
      state$.next(undefined);
      // The store of every day closes whatever becomes of this one, which is deleted at the next start at the latest.
      await inTurn(follow).catch(() => undefined);
    },
  };

  function go(): void {
    const wish = wanted;
    inTurn(follow).catch((error: unknown) => {
      // The year that was left did not close as it should: what lies there is deleted before the next one is read.
      if (wish) tellOf(wish).end(endOf(error));
    });
  }
}

/** Why a reading ended that threw. */
function endOf(error: unknown): PastYearEnd {
  return isDiskFull(error) ? 'diskFull' : 'failed';
}

/** When the last lesson of a day is over, whatever the season says of the clock. */
function eveningOf(day: LocalDate): Instant {
  return toInstant(Date.parse(`${day}T18:00:00.000Z`));
}
