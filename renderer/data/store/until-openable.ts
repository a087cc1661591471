/** How long to wait between looks at files that somebody holds, milliseconds: ten seconds in all. */
const PAUSES = [100, 500, 2_000, 3_000, 4_000];
/** A database that has said nothing for so long is held too. */
const SILENCE = 5_000;

/**
 * Waits until the browser opens databases that are there; answers whether it does in the end. A program that looks for viruses, or a browser
 * that has just crashed, holds their files for a moment. RxDB must not be asked before: it remembers a failed opening for as long as the
 * page lives, and a store that does not open is dropped: without a line a teacher would have no pupils.
 */
export async function untilOpenable(namesOf: () => Promise<readonly string[]>): Promise<boolean> {
  for (const pause of [...PAUSES, undefined]) {
    try {
      const names = await namesOf();
      await Promise.all(names.map(openAndClose));
      return true;
    } catch {
      if (pause === undefined) break;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return false;
}

async function openAndClose(name: string): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opened = new Promise<void>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Database silent')), SILENCE);
    const request = indexedDB.open(name);
    request.addEventListener('success', () => {
      // However late it comes: an open connection would be in the way of whoever deletes the database.
      request.result.close();
      resolve();
    });
    // Deleted since its name was read: it must not come to be.
    request.addEventListener('upgradeneeded', () => {
      request.transaction?.abort();
      resolve();
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('Database not opened')));
  });
  try {
    await opened;
  } finally {
    clearTimeout(timer);
  }
}
