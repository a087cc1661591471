import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { JournalEntry, JournalFailure } from '../../../domain/protocol/bridge/journal.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Turns } from '../../../domain/base/turns.ts';
import type { LocalRecords } from '../local-records.ts';
import type { Outbox } from '../sync/queue/outbox.ts';
import type { CommandFailure, Refused } from './outcome.ts';

/** What a command starts from: the record as it is here, and the last state of it that the server is known to have. */
export interface Starting {
  readonly current: RegisterRecord | undefined;
  readonly assumed: RegisterRecord | null;
}

/** A command on one record: the state it wants, or undefined when the record says so already. */
export interface Command {
  readonly collection: CollectionName;
  readonly id: string;
  /** The members that the record has if it exists: by them a page's query can answer for a store that reads no more. */
  readonly members?: Readonly<Record<string, string>>;
  readonly build: (starting: Starting) => Result<RegisterRecord | undefined, Refused>;
}

/** What a command did: the state written, or the one that stood already. */
export interface Written {
  readonly before: RegisterRecord | undefined;
  readonly after: RegisterRecord | undefined;
}

/** Writes commands one after the other: the journal first, then the local store. */
export interface WriteQueue {
  write(command: Command): Promise<Result<Written, CommandFailure>>;
}

interface Job {
  readonly command: Command;
  readonly done: (result: Result<Written, CommandFailure>) => void;
}

/**
 * A queue that commits in groups: what is asked while the disk is busy goes to it together, so that a whole class costs little more
 * than one pupil. `inTurn` keeps out whatever would change a record between the look at it and the write.
 */
export function createWriteQueue(
  records: Pick<LocalRecords, 'read' | 'save'>,
  outbox: Outbox,
  inTurn: Turns,
): WriteQueue {
  let jobs: Job[] = [];
  let running = false;

  async function drain(): Promise<void> {
    running = true;
    // Commands given in the same moment, a whole class for example, go to the disk together from the first.
    await Promise.resolve();
    while (jobs.length > 0) {
      const group = jobs;
      jobs = [];
      await inTurn(() => commit(group)).catch(() => finish(group, { kind: 'internal' }));
    }
    running = false;
  }

  async function commit(group: readonly Job[]): Promise<void> {
    const states = await currentStates(group);
    const entries: JournalEntry[] = [];
    const settled: (() => void)[] = [];
    const written: Job[] = [];
    const last = new Map<string, JournalEntry>();
    for (const job of group) {
      const { collection, id, build } = job.command;
      const key = `${collection}/${id}`;
      const current = states.get(key);
      const earlier = last.get(key);
      const assumed = earlier ? earlier.assumed : serverState(collection, id, current);
      const built = build({ current, assumed });
      if (!built.ok) {
        job.done(fail({ kind: 'refused', ...built.failure }));
        continue;
      }
      if (!built.value) {
        settled.push(() => job.done(ok({ before: current, after: current })));
        continue;
      }
      const record = built.value;
      const entry = { entry: record.entry, collection, record, assumed, follows: current?.entry ?? null };
      entries.push(entry);
      last.set(key, entry);
      states.set(key, record);
      written.push(job);
      settled.push(() => job.done(ok({ before: current, after: record })));
    }
    if (entries.length > 0) {
      const durable = await outbox.append(entries);
      if (!durable.ok) {
        finish(written, durable.failure);
      } else {
        await records.save([...last.values()]);
      }
    }
    // For those that have failed this comes too late and changes nothing.
    for (const report of settled) report();
  }

  /** The base of a new entry: that of the entries it follows, or the state itself when the server knows it. */
  function serverState(
    collection: CollectionName,
    id: string,
    current: RegisterRecord | undefined,
  ): RegisterRecord | null {
    const waiting = outbox.waitingFor(collection, id);
    const followed = waiting.find(({ entry }) => entry === current?.entry) ?? waiting.at(-1);
    if (followed) return followed.assumed;
    const refused = outbox.entries().find(({ entry }) => entry === current?.entry);
    return refused ? refused.assumed : (current ?? null);
  }

  async function currentStates(group: readonly Job[]): Promise<Map<string, RegisterRecord>> {
    const names = [...new Set(group.map(({ command }) => command.collection))];
    const found = await Promise.all(
      names.map(async (name) => {
        const wanted = group.flatMap(({ command }) =>
          command.collection === name ? [[command.id, command] as const] : [],
        );
        const list = await records.read(name, [...new Map(wanted).values()]);
        return list.map((record) => [`${name}/${record.id}`, record] as const);
      }),
    );
    return new Map(found.flat());
  }

  return {
    write: (command) =>
      new Promise((done) => {
        jobs.push({ command, done });
        if (!running) void drain();
      }),
  };
}

function finish(jobs: readonly Job[], failure: JournalFailure): void {
  for (const job of jobs) job.done(fail({ kind: 'journal', failure }));
}
