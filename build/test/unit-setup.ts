// The library of the local store asks for IndexedDB when it is loaded, once for all files of a thread: it is there before any of them.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, vi } from 'vitest';
import { untilAllHasEnded, workUnderWay } from './left-behind.ts';

/** How long a test waits for what must come: long on a slow machine, and nobody waits for what is there. */
const PATIENCE_MS = 20_000;

// Where threads are shared between files this runs once for each file, on the same object.
if (vi.waitFor.name !== 'waitPatiently') {
  const waitFor = vi.waitFor.bind(vi);
  vi.waitFor = async function waitPatiently(work, options = {}) {
    return await waitFor(work, typeof options === 'number' ? options : { timeout: PATIENCE_MS, ...options });
  };
}

/** The same examples in every run; another number, which a failure prints, tries others. */
const seed = Number(process.env['CAMPANELLA_FC_SEED'] ?? 20_261_123);
fc.configureGlobal({ seed });

// The first to be asked for is the last to be called: by then the test has put away all that it knows of.
beforeEach(({ onTestFinished }) => {
  const before = workUnderWay();
  onTestFinished(async () => await untilAllHasEnded(before));
});
