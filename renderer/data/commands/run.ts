import { firstValueFrom, type Observable } from 'rxjs';
import { authorizeWrite } from '../../../domain/entries/authorize-write.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { Refusal } from '../../../domain/access/refusal.ts';
import { checkSchema } from '../../../domain/base/check-schema.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { LocalRecords, Wanted } from '../local-records.ts';
import type { CorrectedClock } from '../clock.ts';
import type { SchoolFacts } from '../school/school-facts.ts';
import type { CommandFailure, CommandRefusal, Saved } from './outcome.ts';
import type { PendingWork } from './pending-work.ts';
import type { Starting, WriteQueue } from './write-queue.ts';

/** What commands are made of. */
export interface CommandTools {
  readonly facts$: Observable<SchoolFacts>;
  readonly queue: WriteQueue;
  readonly clock: CorrectedClock;
  readonly records: Pick<LocalRecords, 'read'>;
  readonly pending: PendingWork;
}

/** The members that a command gives to the version it makes. */
export type Version = Pick<RegisterRecord, 'school' | 'author' | 'entry' | 'recordedAt'>;

/** A command that knows the school: the state wanted, or undefined when nothing has to change. */
export interface RegisterCommand {
  readonly collection: CollectionName;
  /** The record's name, or how it follows from what is known of the school. */
  readonly id: string | ((facts: SchoolFacts) => string);
  readonly members?: Readonly<Record<string, string>>;
  readonly day: LocalDate;
  /** Another record on which the right to write this one may rest, where the school does not know of it yet. */
  readonly restsOn?: (facts: SchoolFacts) => (Wanted & { readonly collection: CollectionName }) | undefined;
  readonly writeFacts: (facts: SchoolFacts, basis: RegisterRecord | undefined) => WriteFacts;
  /**
   * Answers the states that are wanted; nothing where it says so already; or why not, where this device alone can tell: what its writer saw stands there no more,
   * or the server has not heard yet of what speaks against it.
   */
  readonly change: (
    starting: Starting,
    facts: SchoolFacts,
    version: Version,
  ) => RegisterRecord | readonly RegisterRecord[] | CommandRefusal | undefined;
}

/** What a command did: the record before and after it, which are the same where it said so already. */
export interface Done extends Saved {
  readonly before: RegisterRecord | undefined;
  readonly after: RegisterRecord | undefined;
}

/**
 * Carries out a command: decides with the server's own rules and the shape of the kind, from what this device knows, whether it will be accepted, and
 * writes it.
 * Of several states offered the first that may be written is taken.
 */
export type Run = (command: RegisterCommand) => Promise<Result<Done, CommandFailure>>;

/** Carries out commands, and is not settled before they are done. */
export function createRun(tools: CommandTools): Run {
  return (command) => tools.pending.track(attempt(tools, command));
}

async function attempt(tools: CommandTools, command: RegisterCommand): Promise<Result<Done, CommandFailure>> {
  const facts = await firstValueFrom(tools.facts$);
  const wanted = command.restsOn?.(facts);
  const [basis] = wanted ? await tools.records.read(wanted.collection, [wanted]) : [];
  const written = await tools.queue.write({
    collection: command.collection,
    id: typeof command.id === 'string' ? command.id : command.id(facts),
    ...(command.members ? { members: command.members } : {}),
    build(starting) {
      const actor = facts.actor(command.day);
      const recordedAt = tools.clock.now();
      const version = {
        school: actor.school,
        author: actor.person,
        entry: tools.clock.newEntry(),
        recordedAt,
      };
      const states = command.change(starting, facts, version);
      if (states === undefined) return ok(undefined);
      if (typeof states === 'string') return fail({ reason: states });
      let refusal: Refusal = { reason: 'forbidden' };
      for (const state of isList(states) ? states : [states]) {
        const decision = authorizeWrite(
          actor,
          starting.assumed,
          state,
          command.writeFacts(facts, basis),
          recordedAt,
        );
        const isTaken = decision.ok && isInShape(decision.value, starting.assumed);
        if (isTaken) return ok(asLocal(decision.value));
        refusal = decision.ok ? { reason: 'invalid' } : decision.failure;
      }
      return fail(refusal);
    },
  });
  if (!written.ok) return written;
  const { before, after } = written.value;
  const { entry, recordedAt } = after ?? { entry: tools.clock.newEntry(), recordedAt: tools.clock.now() };
  return ok({ entry, recordedAt, before, after });
}

/**
 * Whether a record has the shape of its kind, which the server refuses a record for: a text or a list that is too long, a value that is
 * not known. One that stood outside of it already, as a newer server wrote it, is left to the server.
 */
function isInShape(record: RegisterRecord, stands: RegisterRecord | null): boolean {
  const fits = (one: RegisterRecord) => checkSchema(kindOf(one).schema, one, 'lenient');
  return fits(record) || (stands !== null && !fits(stands));
}

/** What is written here has not reached the server, whatever state it was made from. */
function asLocal(record: RegisterRecord): RegisterRecord {
  const { receivedAt: _earlier, ...local } = record;
  // Leaving out one optional member leaves a record of the same kind.
  return local;
}

function isList(wanted: RegisterRecord | readonly RegisterRecord[]): wanted is readonly RegisterRecord[] {
  return Array.isArray(wanted);
}
