import { toInstant, type PersonId, type SchoolId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type {
  OfficeHandOvers,
  SettledHandOver,
  SettleHandOver,
} from '../../../domain/protocol/endpoints/session/hand-over.ts';
import type { PushOutcome } from '../../../domain/protocol/endpoints/register/sync.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import { createTurns, type Turns } from '../../base/turns.ts';
import type { Account, HandedOver } from '../../storage/contract/accounts.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';
import {
  officeEvent,
  officeInTransaction,
  officeOf,
  requireOffice,
  type Office,
  type OfficeContext,
} from '../act/office.ts';
import { actorOf } from '../../school/actor.ts';
import type { ChangeHub } from '../../register/changes/change-hub.ts';
import type { KindRules } from '../../register/batch/batch.ts';
import type { RecordValidator } from '../../register/batch/record-validators.ts';
import type { SchoolDirectory } from '../../school/school-directory.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { momentOf } from '../../register/devices/device-moment.ts';
import { push } from '../../register/sync/push.ts';

/** What the office does with entries that were handed over. */
export interface HandOverActs {
  /** A page of entries, those that wait first; `after` is where the page before has ended. */
  list(who: SignedIn, after?: string): Promise<Result<OfficeHandOvers, Failure>>;
  settle(who: SignedIn, decision: SettleHandOver): Promise<Result<SettledHandOver, Failure>>;
}

/** What deciding on entries works with. */
export interface HandOverContext extends Pick<OfficeContext, 'storage' | 'now'> {
  readonly directory: SchoolDirectory;
  readonly validate: RecordValidator;
  readonly kinds: KindRules;
  readonly hub: Pick<ChangeHub, 'publish'>;
}

/** Entries and bytes of one page: as much as a list shows at a glance, and little to hold in memory. */
const PAGE_ENTRIES = 200;
const PAGE_BYTES = 1_000_000;

/** The office's decisions: nothing enters the register without a clerk's look, and nothing without the checks of every other entry. */
export function createHandOverActs(context: HandOverContext): HandOverActs {
  const { storage, directory, validate, kinds, hub } = context;
  // Schools are few, and each is known by the clerk who has signed in.
  const turns = new Map<SchoolId, Turns>();
  const turnsOf = (school: SchoolId) => {
    const own = turns.get(school) ?? createTurns();
    turns.set(school, own);
    return own;
  };

  return {
    async list(who, after) {
      const office = await officeOf(context, who);
      if (!office.ok) return office;
      const { entries, accounts } = await storage.accounts.read(async (reader) => {
        const range = { mostBytes: PAGE_BYTES, ...(after === undefined ? {} : { after: placeOf(after) }) };
        const found = await reader.handedOverInSchool(who.school, PAGE_ENTRIES, range);
        const names = [...new Set(found.map(({ username }) => username))];
        return { entries: found, accounts: await Promise.all(names.map((name) => reader.account(name))) };
      });
      const accountOf = new Map(
        accounts.flatMap((account) => (account ? [[account.username, account]] : [])),
      );
      const last = entries.at(-1);
      const behind =
        last &&
        (await storage.accounts.read((reader) => reader.handedOverInSchool(who.school, 1, { after: last })));
      return ok({
        entries: entries.map((entry) => shown(office.value, entry, accountOf.get(entry.username))),
        ...(last && behind && behind.length > 0 ? { next: placeText(last) } : {}),
      });
    },
    async settle(who, { ids, take }) {
      const found = await officeOf(context, who);
      if (!found.ok) return found;
      return await turnsOf(who.school)(async () => await settleInTurn(found.value, who, { ids, take }));
    },
  };

  /** One decision of a school at a time: whoever comes second finds what the first one has decided. */
  async function settleInTurn(
    office: Office,
    who: SignedIn,
    { ids, take }: SettleHandOver,
  ): Promise<Result<SettledHandOver, Failure>> {
    const { waiting, settled } = await storage.accounts.read(async (reader) => {
      const entries = await Promise.all(ids.map((id) => reader.handedOver(id)));
      const own = entries.flatMap((entry) => (entry?.school === office.school ? [entry] : []));
      const open = own.filter(({ state }) => state === 'waiting');
      const accounts = await Promise.all(open.map(({ username }) => reader.account(username)));
      return {
        waiting: open.map((entry, index) => ({ entry, account: accounts[index] })),
        settled: own.filter(({ state }) => state !== 'waiting'),
      };
    });
    if (waiting.length === 0) {
      const reason = settled.length > 0 ? 'alreadySettled' : 'unknown';
      return fail({ kind: 'notPossible', message: 'Nothing waits here', reason });
    }
    const entries = waiting.map(({ entry }) => entry);
    // A server that died between register and list has taken them: they cannot be left any more.
    const taken = take ? [] : await takenBefore(office, entries);
    const outcomes = take ? await takeIn(office, who, waiting) : new Map<string, string>();
    await settleAll(who, office, taken, outcomes, true);
    const decided = entries.filter((entry) => !taken.includes(entry));
    await settleAll(who, office, decided, outcomes, take);
    const refused = [
      ...[...outcomes].map(([id, reason]) => ({ id, reason })),
      ...[...settled, ...taken].map(({ id }) => ({ id, reason: 'alreadySettled' })),
    ];
    return ok({ done: decided.length - outcomes.size, refused });
  }

  /** Those of the entries that stand in the register in their author's name. */
  async function takenBefore(office: Office, entries: readonly HandedOver[]): Promise<readonly HandedOver[]> {
    const found = await storage.read(office.school, (reader) =>
      reader.versionsOfEntries(entries.map(({ entry }) => entry)),
    );
    return entries.filter(({ entry, device }) => found.get(entry)?.device.startsWith(`${device} → `));
  }

  /** Writes the entries in their authors' names, oldest first; answers which were refused, and why. Repeating it is harmless. */
  async function takeIn(
    office: Office,
    clerk: SignedIn,
    waiting: readonly { readonly entry: HandedOver; readonly account: Account | undefined }[],
  ): Promise<ReadonlyMap<string, string>> {
    const person = office.snapshot.people.get(clerk.person);
    const name = person ? listName(person) : office.by;
    const ordered = waiting.toSorted((a, b) => writtenAt(a.entry) - writtenAt(b.entry));
    const refused = new Map<string, string>();
    const touched = await storage.transaction(office.school, async (transaction) => {
      await requireOffice(context, transaction, clerk);
      const snapshot = await directory.at(office.school, transaction);
      const results = [];
      for (const { entry, account } of ordered) {
        // Who they were when they wrote it: a supply whose contract has ended since was a teacher then.
        const actor = account && actorOf(snapshot, account, writtenAt(entry));
        if (!actor) {
          refused.set(entry.id, 'forbidden');
          continue;
        }
        const device = `${entry.device} → ${name} (${office.by})`;
        const moment = await momentOfHandOver(transaction, account.person, entry);
        const batch = { actor, device, now: toInstant(office.at), snapshot, moment, kinds };
        const rows = { [entry.collection]: [{ assumed: entry.assumed, next: entry.record }] };
        // Each row is validated by the push, whatever it is.
        const result = await push(transaction, batch, validate, rows);
        results.push(result.touched);
        const outcome = result.outcomes[entry.collection]?.[0];
        const reason = reasonOf(outcome);
        if (reason !== undefined) refused.set(entry.id, reason);
      }
      return results;
    });
    for (const buckets of touched) hub.publish(office.school, buckets);
    return refused;
  }

  async function settleAll(
    clerk: SignedIn,
    office: Office,
    entries: readonly HandedOver[],
    refused: ReadonlyMap<string, string>,
    take: boolean,
  ): Promise<void> {
    const { at, by } = office;
    await storage.accounts.transaction(async (transaction) => {
      await officeInTransaction(context, transaction, clerk);
      const settled = new Map<string, number>();
      for (const { id } of entries) {
        const entry = await transaction.handedOver(id);
        if (entry?.state !== 'waiting') continue;
        const refusal = refused.get(id);
        if (refusal !== undefined) {
          await transaction.saveHandedOver({ ...entry, refusal });
          continue;
        }
        const state = take ? 'taken' : 'left';
        await transaction.saveHandedOver({ ...entry, state, settled: { at, by } });
        settled.set(entry.username, (settled.get(entry.username) ?? 0) + 1);
      }
      const act = take ? 'handOverTaken' : 'handOverLeft';
      for (const [username, count] of settled)
        await transaction.addEvent(officeEvent(office, username, act, { entries: count }));
    });
  }
}

/** What its device had delivered before, where that is one on which its author had signed in: a clerk looks at the others alone. */
async function momentOfHandOver(
  reader: SchoolReader,
  person: PersonId,
  { deviceId, at }: HandedOver,
): Promise<number | undefined> {
  const device = deviceId === undefined ? undefined : await reader.deviceMoment({ person, deviceId });
  return device && momentOf(device, at);
}

function reasonOf(outcome: PushOutcome | undefined): string | undefined {
  if (outcome && outcome.outcome !== 'refused') return undefined;
  return outcome?.refusal?.reason ?? 'invalid';
}

/** When the device says that it was written, never later than it was handed over. */
function writtenAt({ record, at }: HandedOver): number {
  const said = Date.parse(String(record['recordedAt']));
  return Number.isNaN(said) ? at : Math.min(said, at);
}

function shown(
  { snapshot }: Office,
  entry: HandedOver,
  account: Account | undefined,
): OfficeHandOvers['entries'][number] {
  const person = account && snapshot.people.get(account.person);
  const { id, username, device, collection, record, at, state, refusal, settled } = entry;
  const recordedAt = record['recordedAt'];
  return {
    id,
    username,
    name: person ? listName(person) : username,
    device,
    collection,
    record,
    ...(typeof recordedAt === 'string' ? { recordedAt: recordedAt.slice(0, 30) } : {}),
    handedOverAt: toInstant(at),
    state,
    ...(refusal === undefined ? {} : { refusal }),
    ...(settled ? { settledAt: toInstant(settled.at), settledBy: settled.by } : {}),
  };
}

/** Where a page has ended, as the next one is asked for. */
function placeText({ state, at, id }: HandedOver): string {
  return `${state === 'waiting' ? 'w' : 's'}.${at}.${id}`;
}

/** A place that nobody has given out is some place all the same: nothing is asked of it but an order. */
function placeOf(text: string): Pick<HandedOver, 'state' | 'at' | 'id'> {
  const [kind, at, ...id] = text.split('.');
  return { state: kind === 'w' ? 'waiting' : 'left', at: Number(at) || 0, id: id.join('.') };
}
