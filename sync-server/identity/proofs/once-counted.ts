import type { PersonId } from '../../../domain/base/ids.ts';
import { personalDataId, type PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';
import { openingDataOf } from './record-trust.ts';

/** No honest record has more versions than this. */
const VERSIONS_LOOKED_AT = 200;

/**
 * The addresses that have ever stood as somebody's own on record, by its history. One of them that is held back now was taken out of use:
 * a list has replaced it, or the office has refused it. One that has never counted came in by a doubt.
 */
export async function onceCounted(
  reader: Pick<SchoolReader, 'versionsOf'>,
  person: PersonId,
): Promise<ReadonlySet<string>> {
  const versions = await reader.versionsOf('roster', personalDataId(person), {
    newest: VERSIONS_LOOKED_AT,
  });
  return new Set(
    versions.flatMap(({ json }) => {
      const record = storedRecord(json);
      return record.kind === 'personalData' ? openingDataOf(record satisfies PersonalData).emails : [];
    }),
  );
}

/** Of the addresses that are held back of somebody, which came in by a doubt, and which were taken out of use. */
export interface HeldBack {
  readonly doubted: readonly string[];
  readonly replaced: readonly string[];
}

/** Sorts the addresses that are held back of people of one school, by person. */
export async function heldBackOf(
  reader: Pick<SchoolReader, 'versionsOf'>,
  held: ReadonlyMap<PersonId, readonly string[]>,
): Promise<ReadonlyMap<PersonId, HeldBack>> {
  const sorted = new Map<PersonId, HeldBack>();
  for (const [person, addresses] of held) {
    const counted = await onceCounted(reader, person);
    const hasCounted = (typed: string) =>
      openingDataOf({ emails: [typed] }).emails.some((one) => counted.has(one));
    sorted.set(person, {
      doubted: addresses.filter((one) => !hasCounted(one)),
      replaced: addresses.filter((one) => hasCounted(one)),
    });
  }
  return sorted;
}
