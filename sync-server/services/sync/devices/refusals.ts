import { hash } from 'node:crypto';
import { canonicalJson } from '../../../../domain/base/canonical-json.ts';
import type { PersonId } from '../../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../../domain/records/collections.ts';
import type { SchoolTransaction } from '../../../storage/storage.ts';

/** More refused entries than anybody has to settle. */
const MOST_REFUSED = 500;

/**
 * The moment by which an entry is judged: that of its device, and for one that was refused before and is sent again as it was (the
 * office has mended an enrolment) that of then: it has been known since.
 */
export async function momentOfEntry(
  transaction: SchoolTransaction,
  person: PersonId,
  next: RegisterRecord,
  moment: number,
): Promise<number> {
  const refused = await transaction.refusedEntry(person, next.entry);
  return refused?.digest === digestOf(next) ? Math.min(moment, refused.moment) : moment;
}

/** Remembers an entry that was refused. */
export async function rememberRefused(
  transaction: SchoolTransaction,
  person: PersonId,
  next: RegisterRecord,
  moment: number,
): Promise<void> {
  const refused = { person, entry: next.entry, digest: digestOf(next), moment };
  await transaction.saveRefusedEntry(refused, MOST_REFUSED);
}

function digestOf(next: RegisterRecord): string {
  return hash('sha256', canonicalJson(next), 'hex');
}
