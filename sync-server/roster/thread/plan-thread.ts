import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../../domain/base/assert.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { planImport, readContents } from '../import-roster.ts';
import { RosterRefusal } from '../report/refusal.ts';
import type { PlanJob, PlanMessage } from './plan-job.ts';

/** Records in one message: so few that whoever receives it has time for others between two. */
const RECORDS_AT_ONCE = 500;

// The importer, which starts this thread, gives it a job and nothing else.
const { files, options, school, existing } = workerData as PlanJob;
const port = must(parentPort, 'planned in a thread of its own');
const say = (message: PlanMessage) => {
  port.postMessage(message);
};

try {
  say({ kind: 'phase', phase: 'reading' });
  const contents = readContents(files);
  say({ kind: 'phase', phase: 'planning' });
  const records = existing.map(storedRecord);
  const { report, changes } = planImport(contents, school, records, options);
  for (let start = 0; start < changes.length; start += RECORDS_AT_ONCE)
    say({
      kind: 'changes',
      texts: changes.slice(start, start + RECORDS_AT_ONCE).map((record) => JSON.stringify(record)),
    });
  say({ kind: 'planned', report });
} catch (error) {
  if (!(error instanceof RosterRefusal)) throw error;
  const { code, file, value } = error;
  say({ kind: 'refused', code, file, value });
}
