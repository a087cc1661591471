import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SchoolId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { School } from '../../../domain/kinds/school/record.ts';
import { chooseSchool } from '../draft/school.ts';
import { untilNobodyMoves, type ImportOptions } from '../import-roster.ts';
import type { RosterFile } from '../reading/roster-file.ts';
import type { ImportReport } from '../report/import-report.ts';
import { RosterRefusal } from '../report/refusal.ts';
import { NO_ROSTER } from '../roster-store.ts';
import type { ImportPhase, PlanJob, PlanMessage } from './plan-job.ts';

/** What an import in a thread needs of the store. */
export interface RosterTextStore {
  schools(): Promise<readonly School[]>;
  /** The records of a school as JSON text, with the version of the reading. */
  readRosterTexts(school: SchoolId): Promise<{ readonly texts: readonly string[]; readonly version: string }>;
  /** As `RosterStore.write`, giving others their turn between slices; cancelled, it writes nothing. */
  writeSlowly(
    school: SchoolId,
    records: readonly RegisterRecord[],
    basedOn: string,
    signal?: AbortSignal,
  ): Promise<void>;
}

/** What goes on beside an import. */
export interface ImportWatch {
  /** Ends the import with nothing written. */
  readonly signal?: AbortSignal;
  readonly onPhase?: (phase: ImportPhase) => void;
}

/** Memory of the thread: a file of sixty thousand rows over a school of as many people fits. */
const MEMORY_MB = 1024;
/** Records parsed at once before others have their turn. */
const PARSED_AT_ONCE = 500;

/**
 * The import of `importRoster`, with reading, matching and planning in a thread of its own, as the letters have: fifty thousand rows take
 * many seconds, in which everybody else's roll calls would wait. Until the last slice of its one transaction it can be cancelled, and
 * nothing is written.
 */
export async function importInThread(
  store: RosterTextStore,
  files: readonly RosterFile[],
  options: ImportOptions,
  watch: ImportWatch = {},
): Promise<ImportReport> {
  if (files.length === 0) throw new RosterRefusal('noFiles', '–');
  return await untilNobodyMoves(async () => {
    const present = await store.schools();
    const school = chooseSchool(options.school, present);
    const isPresent = present.some((known) => known.school === school);
    const { texts: existing, version } = isPresent
      ? await store.readRosterTexts(school)
      : { texts: [], version: NO_ROSTER.version };
    const { report, changes } = await plan({ files, options, school, existing }, watch);
    if (options.dryRun || changes.length === 0) return report;
    watch.onPhase?.('writing');
    const records: RegisterRecord[] = [];
    for (const [index, json] of changes.entries()) {
      // Written by our own thread a moment ago.
      records.push(JSON.parse(json) as RegisterRecord);
      if (index % PARSED_AT_ONCE === 0) await nextTurn(watch.signal);
    }
    await store.writeSlowly(school, records, version, watch.signal);
    return report;
  });
}

async function plan(
  job: PlanJob,
  { signal, onPhase }: ImportWatch,
): Promise<{ readonly report: ImportReport; readonly changes: readonly string[] }> {
  signal?.throwIfAborted();
  const thread = new Worker(new URL('plan-thread.ts', import.meta.url), {
    workerData: job,
    // Options of the process (an inspector, a watcher) are not the thread's.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const changes: string[] = [];
  try {
    return await new Promise((resolve, reject) => {
      thread.on('message', (message: PlanMessage) => {
        if (message.kind === 'phase') onPhase?.(message.phase);
        else if (message.kind === 'changes') changes.push(...message.texts);
        else if (message.kind === 'planned') resolve({ report: message.report, changes });
        else reject(new RosterRefusal(message.code, message.file, message.value));
      });
      thread.once('error', reject);
      if (signal) once(signal, 'abort').then(() => reject(signal.reason), reject);
    });
  } finally {
    await thread.terminate();
  }
}

async function nextTurn(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}
