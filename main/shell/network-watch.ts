import type { PowerMonitor } from 'electron';

/** What {@link watchNetwork} depends on. */
export interface NetworkWatchParts {
  readonly isOnline: () => boolean;
  readonly power: Pick<PowerMonitor, 'on'>;
  /** A network appeared, or the computer woke up: worth a try. */
  readonly onBack: () => void;
}

const EVERY = 2_000;

/**
 * Tells when a network appears.
 *
 * Only ever good news: a computer without a network card may still reach a server on itself, and a network is not yet a server.
 */
export function watchNetwork({ isOnline, power, onBack }: NetworkWatchParts): { readonly stop: () => void } {
  let online = isOnline();
  const timer = setInterval(() => {
    const now = isOnline();
    if (now && !online) onBack();
    online = now;
  }, EVERY);
  power.on('resume', onBack);
  power.on('unlock-screen', onBack);
  return { stop: () => clearInterval(timer) };
}
