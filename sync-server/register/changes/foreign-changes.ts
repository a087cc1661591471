import type { Storage } from '../../storage/contract/storage.ts';
import type { ChangeHub } from './change-hub.ts';

const POLL_MS = 1000;

/**
 * Watches for what other processes write to the same storage (a roster import on the command line), and tells every device to pull.
 *
 * @returns how to stop watching
 */
export function watchForeignChanges(
  storage: Storage,
  hub: Pick<ChangeHub, 'publishUnknown'>,
  onError: (error: unknown) => void,
): () => void {
  let known: number | undefined;
  const look = async () => {
    const version = await storage.foreignChanges();
    if (known !== undefined && version !== known) hub.publishUnknown();
    known = version;
  };
  look().catch(onError);
  const timer = setInterval(() => {
    look().catch(onError);
  }, POLL_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
