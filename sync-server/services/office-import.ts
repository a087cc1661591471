import type { Bucket } from '../../domain/access/buckets.ts';
import { seesWholeSchool } from '../../domain/access/actor.ts';
import type { SchoolId } from '../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { CollectionName } from '../../domain/records/collections.ts';
import type { Failure } from '../../domain/protocol/failure.ts';
import { importRoster } from '../roster/import-roster.ts';
import type { ImportReport } from '../roster/report/import-report.ts';
import { RosterRefusal } from '../roster/report/refusal.ts';
import { RosterMoved } from '../roster/roster-store.ts';
import type { Storage } from '../storage/storage.ts';
import { createTurns, type Turns } from '../turns.ts';
import { actorOf } from './actor.ts';
import type { ChangeHub } from './change-hub.ts';
import { collectionOfKind } from './record-validators.ts';
import { createRosterStore, type RosterStoreOptions } from './roster-store.ts';
import type { SchoolDirectory } from './school-directory.ts';
import type { SignedIn } from './session/authenticate.ts';
import { touch } from './sync/touched-buckets.ts';

/** A roster file that the office uploads. */
export interface UploadedRoster {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly dryRun: boolean;
  readonly language: 'it' | 'en';
}

/** Imports a roster file for the school of whoever is signed in: office and principal alone. */
export type OfficeImport = (who: SignedIn, roster: UploadedRoster) => Promise<Result<ImportReport, Failure>>;

/** What the import works with. */
export interface OfficeImportContext {
  readonly storage: Storage;
  readonly directory: SchoolDirectory;
  readonly hub: ChangeHub;
  readonly now: () => number;
}

/** Tells connected devices of what the office has written. */
export function tellDevices(hub: ChangeHub): NonNullable<RosterStoreOptions['onWritten']> {
  return (school, records) => {
    const touched = new Map<CollectionName, Set<Bucket>>();
    for (const record of records) touch(touched, collectionOfKind(record.kind), record);
    hub.publish(school, touched);
  };
}

/** The office's import: the same code as on the command line, bound to the office's own school, told to connected devices. */
export function createOfficeImport({ storage, directory, hub, now }: OfficeImportContext): OfficeImport {
  const store = createRosterStore(storage, { now, onWritten: tellDevices(hub) });
  const turns = new Map<SchoolId, Turns>();
  const turnsOf = (school: SchoolId) => {
    const own = turns.get(school) ?? createTurns();
    turns.set(school, own);
    return own;
  };
  return async (who, { name, bytes, dryRun, language }) => {
    const actor = await storage.read(who.school, async (reader) =>
      actorOf(await directory.at(who.school, reader), who, now()),
    );
    if (!actor || !seesWholeSchool(actor)) return fail({ kind: 'forbidden', message: 'For the office' });
    try {
      const options = { school: who.school, author: who.person, dryRun, language, now: now() };
      return ok(await turnsOf(who.school)(() => importRoster(store, [{ name, bytes }], options)));
    } catch (error) {
      // A file that is no roster is the clerk's to look at: the sentence is written for that.
      if (error instanceof RosterRefusal) return fail({ kind: 'badRequest', message: error.text(language) });
      if (error instanceof RosterMoved)
        return fail({ kind: 'unavailable', message: error.message, retryAfter: 5 });
      throw error;
    }
  };
}
