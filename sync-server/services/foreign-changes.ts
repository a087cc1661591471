import type { Storage } from '../storage/storage.ts';
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
  const look = () => {
    storage
      .foreignChanges()
      .then((version) => {
        if (known !== undefined && version !== known) hub.publishUnknown();
        known = version;
      })
      .catch(onError);
  };
  look();
  const timer = setInterval(look, POLL_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
