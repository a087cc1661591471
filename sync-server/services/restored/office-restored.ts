import { toInstant, type Instant, type PersonId } from '../../../domain/base/ids.ts';
import { ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { OfficeRestored } from '../../../domain/protocol/office-restored.ts';
import { listName } from '../../../domain/records/person.ts';
import type { HeldElsewhere } from '../../storage/devices.ts';
import type { SchoolReader } from '../../storage/storage.ts';
import { officeOf, type OfficeContext } from '../accounts/office.ts';
import type { SignedIn } from '../session/authenticate.ts';

/** What the office sees of a store that was put back from an older copy (docs/adr/0012). */
export type ReadRestored = (who: SignedIn) => Promise<Result<OfficeRestored, Failure>>;

const DEVICES_SHOWN = 500;
const PLACES_SHOWN = 2000;

/** The office's list: the devices that have noticed, and the places that are still missing. */
export function createReadRestored(
  context: Pick<OfficeContext, 'storage' | 'directory' | 'now'>,
): ReadRestored {
  return async (who) => {
    const office = await officeOf(context, who);
    if (!office.ok) return office;
    const { snapshot } = office.value;
    const nameOf = (id: PersonId) => {
      const person = snapshot.people.get(id);
      return person ? listName(person) : id;
    };
    const { returns, missing } = await context.storage.read(who.school, async (reader) => ({
      returns: await reader.storeReturns(DEVICES_SHOWN),
      missing: await stillMissing(reader, await reader.heldElsewhere(PLACES_SHOWN)),
    }));
    return ok({
      devices: returns.map(({ person, device, noticedAt, endedAt, cameBack }) => ({
        name: nameOf(person),
        device,
        noticedAt: toInstant(noticedAt),
        ...(endedAt === null ? {} : { endedAt: toInstant(endedAt) }),
        cameBack,
      })),
      missing: missing.map(({ collection, id, day, author, recordedAt, device, reporter, ...rest }) => ({
        collection: collection === 'lessons' ? 'lessons' : 'attendance',
        id,
        class: rest.class,
        day,
        author,
        authorName: nameOf(author),
        recordedAt,
        heldBy: nameOf(reporter),
        device,
      })),
    });
  };
}

/** The places that nothing has arrived for since: neither the entry itself, nor a later one of its author on the record. */
async function stillMissing(
  reader: SchoolReader,
  held: readonly HeldElsewhere[],
): Promise<readonly HeldElsewhere[]> {
  const authors = new Map<string, ReadonlyMap<PersonId, Instant>>();
  const missing: HeldElsewhere[] = [];
  const listed = new Set<string>();
  for (const place of held) {
    const key = `${place.entry}/${place.author}`;
    if (listed.has(key)) continue;
    // Any number of places may be of one record, and its history be long: it is read once.
    const record = `${place.collection}/${place.id}`;
    const latest = authors.get(record) ?? (await reader.authorsOf(place.collection, place.id));
    authors.set(record, latest);
    if ((latest.get(place.author) ?? '') >= place.recordedAt) continue;
    // Several devices may hold the same: one is enough to go to.
    listed.add(key);
    missing.push(place);
  }
  return missing.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

function orderOf({ day, id, entry, ...place }: HeldElsewhere): string {
  return [place.class, day, id, entry].join(' ');
}
