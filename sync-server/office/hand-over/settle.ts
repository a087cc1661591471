import { toInstant, type PersonId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { OfficeHandOvers } from '../../../domain/protocol/endpoints/session/hand-over.ts';
import type { PushOutcome } from '../../../domain/protocol/endpoints/register/sync.ts';
import { kindNamed } from '../../../domain/kinds/registry.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { Account, HandedOver } from '../../storage/contract/accounts.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { NotedBy } from '../../../domain/protocol/endpoints/office/operations.ts';
import { defineAct } from '../act/define-act.ts';
import { officeOf, type Office, type OfficeAct, type OfficeContext } from '../act/office.ts';
import { actorOf } from '../../school/actor.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { momentOf } from '../../register/devices/device-moment.ts';
import { push } from '../../register/sync/push.ts';

type SettleAct = OfficeAct<NotedBy<typeof ofOffice.settleHandOvers>>;

/** A page of the entries that were handed over, those that wait first; `after` is where the page before has ended. */
export type ListHandOvers = (who: SignedIn, after?: string) => Promise<Result<OfficeHandOvers, Failure>>;

/** Entries and bytes of one page: as much as a list shows at a glance, and little to hold in memory. */
const PAGE_ENTRIES = 200;
const PAGE_BYTES = 1_000_000;

/** The list of entries that were handed over. */
export function createListHandOvers(context: OfficeContext): ListHandOvers {
  const { storage } = context;
  return async (who, after) => {
    const office = await officeOf(context, who, ofOffice.listHandOvers);
    if (!office.ok) return office;
    const { entries, accounts } = await storage.accounts.read(async (reader) => {
      const range = { mostBytes: PAGE_BYTES, ...(after === undefined ? {} : { after: placeOf(after) }) };
      const found = await reader.handedOverInSchool(who.school, PAGE_ENTRIES, range);
      const names = [...new Set(found.map(({ username }) => username))];
      return { entries: found, accounts: await Promise.all(names.map((name) => reader.account(name))) };
    });
    const accountOf = new Map(accounts.flatMap((account) => (account ? [[account.username, account]] : [])));
    const last = entries.at(-1);
    const behind =
      last &&
      (await storage.accounts.read((reader) => reader.handedOverInSchool(who.school, 1, { after: last })));
    return ok({
      entries: entries.map((entry) => shown(office.value, entry, accountOf.get(entry.username))),
      ...(last && behind && behind.length > 0 ? { next: placeText(last) } : {}),
    });
  };
}

/**
 * Takes such entries into the register in their author's name, or leaves them: nothing enters it without a clerk's look, and nothing
 * without the checks of every other entry.
 */
export const settleHandOvers = defineAct(
  ofOffice.settleHandOvers,
  (context) =>
    async (act, { body: { ids, take } }) => {
      const entries = await Promise.all(ids.map((id) => act.accounts.handedOver(id)));
      const own = entries.flatMap((entry) => (entry?.school === act.school ? [entry] : []));
      const waiting = own.filter(({ state }) => state === 'waiting');
      const settled = own.filter(({ state }) => state !== 'waiting');
      if (waiting.length === 0) {
        const reason = settled.length > 0 ? 'alreadySettled' : 'unknown';
        return fail({ kind: 'notPossible', message: 'Nothing waits here', reason });
      }
      const taken = take ? [] : await takenBefore(act, waiting);
      const decided = waiting.filter((entry) => !taken.includes(entry));
      const outcomes = take ? await takeIn(act, waiting, context) : new Map<string, string>();
      await note(act, taken, outcomes, true);
      await note(act, decided, outcomes, take);
      const refused = [
        ...[...outcomes].map(([id, reason]) => ({ id, reason })),
        ...[...settled, ...taken].map(({ id }) => ({ id, reason: 'alreadySettled' })),
      ];
      return ok({ done: decided.length - outcomes.size, refused });
    },
);

/** Writes the entries in their authors' names, oldest first; answers which were refused, and why. */
async function takeIn(
  act: SettleAct,
  waiting: readonly HandedOver[],
  { validate, kinds, hub }: Pick<OfficeContext, 'validate' | 'kinds' | 'hub'>,
): Promise<ReadonlyMap<string, string>> {
  const { records, snapshot } = act;
  const person = snapshot.people.get(act.who.person);
  const name = person ? listName(person) : act.by;
  const refused = new Map<string, string>();
  for (const entry of waiting.toSorted((a, b) => writtenAt(a) - writtenAt(b))) {
    const account = await act.accounts.account(entry.username);
    // Who they were when they wrote it: a supply whose contract has ended since was a teacher then.
    const actor = account && actorOf(snapshot, account, writtenAt(entry));
    if (!actor) {
      refused.set(entry.id, 'forbidden');
      continue;
    }
    const device = `${entry.device} → ${name} (${act.by})`;
    const moment = await momentOfHandOver(records, account.person, entry);
    const batch = { actor, device, now: toInstant(act.at), snapshot, moment, knowsAll: true, kinds };
    const rows = { [entry.collection]: [{ assumed: entry.assumed, next: entry.record }] };
    // Each row is validated by the push, whatever it is.
    const { outcomes, touched } = await push(records, batch, validate, rows);
    act.afterwards(() => hub.publish(act.school, touched));
    const reason = reasonOf(outcomes[entry.collection]?.[0]);
    if (reason !== undefined) refused.set(entry.id, reason);
  }
  return refused;
}

/**
 * Those of the entries that stand in the register in their author's name, and cannot be left any more: a server of before, that died
 * between register and list, has taken them.
 */
async function takenBefore(
  { records }: SettleAct,
  entries: readonly HandedOver[],
): Promise<readonly HandedOver[]> {
  const found = await records.versionsOfEntries(entries.map(({ entry }) => entry));
  return entries.filter(({ entry, device }) => found.get(entry)?.device.startsWith(`${device} → `));
}

async function note(
  act: SettleAct,
  entries: readonly HandedOver[],
  refused: ReadonlyMap<string, string>,
  take: boolean,
): Promise<void> {
  const { accounts, at, by } = act;
  const settled = new Map<string, number>();
  for (const entry of entries) {
    const refusal = refused.get(entry.id);
    if (refusal !== undefined) {
      await accounts.saveHandedOver({ ...entry, refusal });
      continue;
    }
    const state = take ? 'taken' : 'left';
    await accounts.saveHandedOver({ ...entry, state, settled: { at, by } });
    settled.set(entry.username, (settled.get(entry.username) ?? 0) + 1);
  }
  const operation = take ? 'handOverTaken' : 'handOverLeft';
  for (const [username, count] of settled) await act.note(username, operation, { entries: count });
}

/**
 * What its device had delivered before. Of one on which its author never signed in nothing is known but that it has handed over: anybody can give a device a name, and
 * what comes from there counts as written then.
 */
async function momentOfHandOver(
  reader: SchoolReader,
  person: PersonId,
  { deviceId, at }: HandedOver,
): Promise<number> {
  if (deviceId === undefined) return at;
  const device = await reader.deviceMoment({ person, deviceId });
  return device ? momentOf(device, at) : ((await reader.firstSignIn({ person, deviceId })) ?? at);
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
    record: readable(record),
    ...(typeof recordedAt === 'string' ? { recordedAt: recordedAt.slice(0, 30) } : {}),
    handedOverAt: toInstant(at),
    state,
    ...(refusal === undefined ? {} : { refusal }),
    ...(settled ? { settledAt: toInstant(settled.at), settledBy: settled.by } : {}),
  };
}

/** An entry as the office reads it (F.5): what this server does not know it cannot say of whether a clerk may read it. */
function readable(record: HandedOver['record']): HandedOver['record'] {
  const kind = kindNamed(record['kind']);
  const known = Object.keys(kind?.schema.properties ?? {});
  const withheld: readonly string[] = kind?.withheld ?? [];
  const read = new Set(['kind', ...known.filter((member) => !withheld.includes(member))]);
  return Object.fromEntries(Object.entries(record).filter(([member]) => read.has(member)));
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
