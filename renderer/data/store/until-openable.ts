import { isDiskFull } from './disk-full.ts';
import { openedInTime } from '../settled-request.ts';
import { namesOf } from './store-files.ts';

/** How long to wait between looks at files that somebody holds, milliseconds. */
const PAUSES = [100, 500, 2_000];

/**
 * Waits until the browser opens the databases of a store that are there; answers how it stands in the end: it opens them, they are held, or
 * the browser says nothing of any database, as on a full disk. A program that looks for
 * viruses, or a browser that has just crashed, holds their files for a moment. RxDB must not be asked before: it remembers a failed opening
 * for as long as the page lives, and a store that does not open is dropped: without a line a teacher would have no pupils.
 */
export async function untilOpenable(databaseName: string): Promise<'open' | 'held' | 'silent'> {
  let isNamed = false;
  for (const pause of [...PAUSES, undefined]) {
    try {
      isNamed = false;
      const names = await namesOf(databaseName);
      isNamed = true;
      await Promise.all(names.map(openAndClose));
      return 'open';
    } catch (error) {
      // A full disk holds nothing back: the register goes on in memory, and says so.
      if (isDiskFull(error)) return 'open';
      if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return isNamed ? 'held' : 'silent';
}

async function openAndClose(name: string): Promise<void> {
  const request = indexedDB.open(name);
  let isGone = false;
  // Deleted since its name was read: it must not come to be.
  request.addEventListener('upgradeneeded', () => {
    isGone = true;
    request.transaction?.abort();
  });
  const database = await openedInTime(request).catch((error: unknown) => {
    if (!isGone) throw error;
  });
  database?.close();
}
