import { toInstant, type Instant, type PersonId } from '../../../domain/base/ids.ts';
import { ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { readRestored } from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { OfficeRestored } from '../../../domain/protocol/endpoints/office/office-restored.ts';
import { kindOf } from '../../../domain/kinds/registry.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { HeldElsewhere } from '../../storage/contract/devices.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';
import { officeOf, type OfficeContext } from '../act/office.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';

/** What the office sees of a store that was put back from an older copy (docs/adr/0012). */
export type ReadRestored = (who: SignedIn) => Promise<Result<OfficeRestored, Failure>>;

const DEVICES_SHOWN = 500;
const PLACES_SHOWN = 2000;
/** Of what was looked at, the latest: the rest stays in the store. */
const LOOKED_AT_SHOWN = 200;

/** The office's list: the devices that have noticed, and the places that are still missing. */
export function createReadRestored(
  context: Pick<OfficeContext, 'storage' | 'snapshots' | 'now'>,
): ReadRestored {
  return async (who) => {
    const office = await officeOf(context, who, readRestored);
    if (!office.ok) return office;
    const { snapshot } = office.value;
    const nameOf = (id: PersonId) => {
      const person = snapshot.people.get(id);
      return person ? listName(person) : id;
    };
    const { returns, missing, lookedAt } = await context.storage.read(who.school, async (reader) => ({
      returns: await reader.storeReturns(DEVICES_SHOWN),
      missing: await stillMissing(reader, await reader.heldElsewhere(PLACES_SHOWN)),
      lookedAt: await reader.heldLookedAt(LOOKED_AT_SHOWN),
    }));
    const clerks = await namesOf([...new Set(lookedAt.flatMap(({ seen }) => seen?.by ?? []))], nameOf);
    const shown = ({ kind, recordedAt, reporter, reportedAt, seen, ...rest }: HeldElsewhere) => ({
      kind,
      entry: rest.entry,
      id: rest.id,
      class: rest.class,
      day: rest.day,
      author: rest.author,
      authorName: nameOf(rest.author),
      recordedAt,
      reportedAt: toInstant(reportedAt),
      heldBy: nameOf(reporter),
      device: rest.device,
      ...(seen ? { seenAt: toInstant(seen.at), seenBy: clerks.get(seen.by) ?? seen.by } : {}),
    });
    return ok({
      devices: returns.map(({ person, device, noticedAt, endedAt, cameBack }) => ({
        name: nameOf(person),
        device,
        noticedAt: toInstant(noticedAt),
        ...(endedAt === null ? {} : { endedAt: toInstant(endedAt) }),
        cameBack,
      })),
      missing: missing.map(shown),
      setAside: onePerPlace(lookedAt).map(shown),
    });
  };

  /** The people behind the accounts of clerks. */
  async function namesOf(
    usernames: readonly string[],
    nameOf: (id: PersonId) => string,
  ): Promise<ReadonlyMap<string, string>> {
    const accounts = await context.storage.accounts.read(
      async (reader) => await Promise.all(usernames.map((username) => reader.account(username))),
    );
    return new Map(
      accounts.flatMap((account) => (account ? [[account.username, nameOf(account.person)] as const] : [])),
    );
  }
}

/** The places that nothing has arrived for since: neither the entry itself, nor a later one of its author on the record. */
async function stillMissing(
  reader: SchoolReader,
  held: readonly HeldElsewhere[],
): Promise<readonly HeldElsewhere[]> {
  const authors = new Map<string, ReadonlyMap<PersonId, Instant>>();
  const missing: HeldElsewhere[] = [];
  for (const place of onePerPlace(held)) {
    // Any number of places may be of one record, and its history be long: it is read once.
    const { collection } = kindOf(place);
    const record = `${collection}/${place.id}`;
    const latest = authors.get(record) ?? (await reader.authorsOf(collection, place.id));
    authors.set(record, latest);
    if ((latest.get(place.author) ?? '') >= place.recordedAt) continue;
    missing.push(place);
  }
  return missing.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

/**
 * Several devices may hold the same: one is enough to go to. An entry said to be of another record, class or day is another place, so that
 * an invented one hides none.
 */
function onePerPlace(held: readonly HeldElsewhere[]): readonly HeldElsewhere[] {
  const places = new Map<string, HeldElsewhere>();
  for (const place of held) {
    const { entry, author, kind, id, day } = place;
    const key = JSON.stringify([entry, author, kind, id, place.class, day]);
    const first = places.get(key) ?? place;
    places.set(key, { ...first, reportedAt: Math.max(first.reportedAt, place.reportedAt) });
  }
  return [...places.values()];
}

function orderOf({ day, id, entry, ...place }: HeldElsewhere): string {
  return [place.class, day, id, entry].join(' ');
}
