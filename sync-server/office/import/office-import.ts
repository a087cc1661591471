import { kindOf } from '../../../domain/kinds/registry.ts';
import type { Bucket } from '../../../domain/access/bucket.ts';
import type { SchoolId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { importRoster } from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { RequestFailure } from '../../base/request-failure.ts';
import type { ImportReport } from '../../roster/report/import-report.ts';
import { RosterRefusal } from '../../roster/report/refusal.ts';
import { RosterMoved } from '../../roster/roster-store.ts';
import { importInThread, type RosterTextStore } from '../../roster/thread/import-in-thread.ts';
import type { ImportPhase } from '../../roster/thread/plan-job.ts';
import type { Storage } from '../../storage/contract/storage.ts';
import { officeOf, requireOffice } from '../act/office.ts';
import type { NoteRefusal } from '../act/refusals.ts';
import type { ChangeHub } from '../../register/changes/change-hub.ts';
import { createImportQueue } from './import-queue.ts';
import { refusedForNow } from './refused-for-now.ts';
import { createRosterStore, type RosterStoreOptions } from './roster-store.ts';
import type { SchoolSnapshots } from '../../school/school-snapshots.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { touch } from '../../register/batch/touched-buckets.ts';

/** A roster file that the office uploads. */
export interface UploadedRoster {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly dryRun: boolean;
  readonly language: 'it' | 'en';
}

/** Where the import of a school stands; `idle` when none runs. */
export interface ImportState {
  readonly phase: ImportPhase | 'idle' | 'waiting';
}

/** Imports a roster file for the school of whoever is signed in: office and principal alone. */
export interface OfficeImport {
  /** Imports; the signal (the clerk has gone) and {@link OfficeImport.cancel} end it with nothing written. */
  run(who: SignedIn, roster: UploadedRoster, signal?: AbortSignal): Promise<Result<ImportReport, Failure>>;
  state(who: SignedIn): Promise<Result<ImportState, Failure>>;
  /** Ends the imports of the school that have not written yet. */
  cancel(who: SignedIn): Promise<Result<null, Failure>>;
}

/** What the import works with. */
export interface OfficeImportContext {
  readonly storage: Storage;
  readonly snapshots: SchoolSnapshots;
  readonly hub: ChangeHub;
  readonly now: () => number;
  readonly noteRefusal: NoteRefusal;
}

/** Tells connected devices of what the office has written. */
export function tellDevices(hub: ChangeHub): NonNullable<RosterStoreOptions['onWritten']> {
  return (school, records) => {
    const touched = new Map<CollectionName, Set<Bucket>>();
    for (const record of records) touch(touched, kindOf(record).collection, record);
    hub.publish(school, touched);
  };
}

interface Running {
  phase: ImportState['phase'];
  readonly cancel: AbortController;
}

/**
 * The office's import: the same code as on the command line, in a thread of its own, bound to the office's own school, told to connected
 * devices. One file at a time takes one core, schools in rotation; of a school one runs and one waits, and a further one is asked to come
 * back.
 */
export function createOfficeImport(context: OfficeImportContext): OfficeImport {
  const { storage, snapshots, hub, now } = context;
  const store = createRosterStore(storage, { now, onWritten: tellDevices(hub) });
  const queue = createImportQueue();
  const running = new Map<SchoolId, Set<Running>>();

  const officeFor = async (who: SignedIn) => await officeOf({ storage, snapshots, now }, who, importRoster);
  // A file waits and is planned for minutes: whoever was blocked meanwhile writes nothing.
  const storeFor = (who: SignedIn): RosterTextStore => ({
    ...store,
    writeSlowly: async (school, records, basedOn, signal) =>
      await store.writeSlowly(school, records, basedOn, signal, (transaction) =>
        requireOffice({ snapshots, now }, transaction, who, importRoster),
      ),
  });

  return {
    async run(who, { name, bytes, dryRun, language }, signal) {
      const office = await officeFor(who);
      if (!office.ok) return office;
      const own: Running = { phase: 'waiting', cancel: new AbortController() };
      const ofSchool = running.get(who.school) ?? new Set<Running>();
      running.set(who.school, ofSchool.add(own));
      const options = { school: who.school, author: who.person, dryRun, language, now: now() };
      const watch = {
        signal: signal ? AbortSignal.any([signal, own.cancel.signal]) : own.cancel.signal,
        onPhase: (phase: ImportPhase) => {
          own.phase = phase;
        },
      };
      try {
        const entered = queue.enter(who.school, bytes.byteLength, watch.signal, () =>
          importInThread(storeFor(who), [{ name, bytes }], options, watch),
        );
        if ('refused' in entered) return fail(refusedForNow(entered.refused, language));
        return ok(await entered.done);
      } catch (error) {
        if (watch.signal.aborted)
          return fail({ kind: 'notPossible', message: 'The import was cancelled', reason: 'cancelled' });
        // A file that is no roster is the clerk's to look at: the sentence is written for that.
        if (error instanceof RosterRefusal)
          return fail({ kind: 'badRequest', message: error.text(language), reason: 'rosterRefused' });
        if (error instanceof RosterMoved) return fail(refusedForNow('rosterMoved', language));
        // Whoever has left the office while the file waited.
        if (isForbidden(error)) await context.noteRefusal(who, importRoster);
        throw error;
      } finally {
        ofSchool.delete(own);
        if (ofSchool.size === 0) running.delete(who.school);
      }
    },
    async state(who) {
      const office = await officeFor(who);
      if (!office.ok) return office;
      const phases = [...(running.get(who.school) ?? [])].map(({ phase }) => phase);
      return ok({ phase: phases.find((phase) => phase !== 'waiting') ?? phases[0] ?? 'idle' });
    },
    async cancel(who) {
      const office = await officeFor(who);
      if (!office.ok) return office;
      for (const { cancel } of running.get(who.school) ?? []) cancel.abort();
      return ok(null);
    },
  };
}

function isForbidden(error: unknown): boolean {
  return error instanceof RequestFailure && error.failure.kind === 'forbidden';
}
