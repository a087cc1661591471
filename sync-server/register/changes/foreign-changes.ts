import type { Storage } from '../../storage/contract/storage.ts';
import type { ChangeHub } from './change-hub.ts';

const POLL_MS = 1000;

/**
 * Watches for what other processes write to the same storage (a roster import on the command line), and tells every device to pull.
 *
 * @returns how to stop watching, and to wait for a look that has begun
 */
export function watchForeignChanges(
  storage: Storage,
  hub: Pick<ChangeHub, 'publishUnknown'>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let known: number | undefined;
  const look = async () => {
    const version = await storage.foreignChanges();
    if (known !== undefined && version !== known) hub.publishUnknown();
    known = version;
  };
  let running: Promise<void> | undefined;
  const lookOnce = () => {
    // Under load a look takes longer than the pause: the next ones would pile up behind it.
    running ??= look()
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  };
  lookOnce();
  const timer = setInterval(lookOnce, POLL_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
