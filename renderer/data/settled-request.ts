/** What IndexedDB answers to a request; rejects with the reason where it fails. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB request failed')));
  });
}

/** A disk that has said nothing for so long, milliseconds, is held by another program. */
const SILENCE = 3_000;

/** The database that a request opens; rejects where it fails, or says nothing for three seconds. */
export async function openedInTime(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return await inTime(settled(request), () => {
    // However late it comes: an open connection would be in the way of whoever deletes the database.
    request.addEventListener('success', () => request.result.close());
  });
}

/** What the disk answers; rejects where it says nothing for three seconds, after doing what is to be done then. */
export async function inTime<T>(answer: Promise<T>, whenSilent: () => void = () => undefined): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      whenSilent();
      reject(new Error('IndexedDB is silent'));
    }, SILENCE);
  });
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
