/** How long to wait for files that somebody holds, milliseconds. */
const PAUSES = [100, 500, 2_000];

/**
 * Waits until the browser opens databases that are there. A program that looks for viruses, or a browser that has just crashed, holds their
 * files for a moment; RxDB remembers a failed opening for as long as the page lives, and a store that does not open is dropped: without a
 * line a teacher would have no pupils. Whoever goes on afterwards finds out whether it has helped.
 */
export async function untilOpenable(names: readonly string[]): Promise<void> {
  for (const pause of PAUSES) {
    try {
      await Promise.all(names.map(openAndClose));
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

async function openAndClose(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.addEventListener('success', () => {
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
}
