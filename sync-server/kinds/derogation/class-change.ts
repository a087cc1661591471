import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { Instant } from '../../../domain/base/ids.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import type { Derogation } from '../../../domain/kinds/derogation/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import type { NewVersion, SchoolTransaction } from '../../storage/contract/storage.ts';

/**
 * The derogations whose classes are other ones once these records are written: the council of the new class reads them too. Whose pupil
 * is in which classes is the server's word, whatever the record said.
 */
export async function derogationsInClasses(
  transaction: Pick<SchoolTransaction, 'documents' | 'collection'>,
  written: readonly RegisterRecord[],
  now: Instant,
): Promise<readonly NewVersion[]> {
  const moved = new Set<string>(written.filter(isPupil).map(({ id }) => id));
  const own = written.filter(isDerogation);
  const standing = moved.size === 0 ? [] : await derogationsOf(transaction, moved);
  const all = new Map([...standing, ...own].map((one) => [one.id, one]));
  const people = await transaction.documents(
    'roster',
    [...all.values()].map(({ pupil }) => pupil),
  );
  return [...all.values()].flatMap((derogation): NewVersion[] => {
    const json = people.get(derogation.pupil);
    const person = json === undefined ? undefined : storedRecord(json);
    if (person?.kind !== 'person') return [];
    const classes = person.classes.filter((id) => startYearOfClass(id) === derogation.startYear).toSorted();
    if (equalJson(classes, derogation.classes)) return [];
    const record: Derogation = {
      ...derogation,
      classes,
      entry: derivedEntry('class', derogation.entry, person.entry),
      receivedAt: now,
    };
    return [{ collection: 'roster', record, device: 'server', outcome: 'stored' }];
  });
}

async function derogationsOf(
  transaction: Pick<SchoolTransaction, 'collection'>,
  pupils: ReadonlySet<string>,
): Promise<readonly Derogation[]> {
  const texts = await transaction.collection('roster');
  // Few of many thousand records are meant: no other is read.
  const found = texts.filter((text) => text.includes('"derogation"')).map(storedRecord);
  return found.filter(isDerogation).filter(({ pupil }) => pupils.has(pupil));
}

function isDerogation(record: RegisterRecord): record is Derogation {
  return record.kind === 'derogation';
}

function isPupil(record: RegisterRecord): boolean {
  return record.kind === 'person' && record.type === 'pupil';
}
