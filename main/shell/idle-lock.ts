import type { PowerMonitor } from 'electron';
import type { LockReason } from '../session/session-store.ts';

/** Locks when nobody has touched the computer for a while, when it sleeps and when its screen is locked. */
export function watchIdle(
  power: Pick<PowerMonitor, 'getSystemIdleTime' | 'on'>,
  idleSeconds: number,
  lock: (reason: LockReason) => void,
): { readonly stop: () => void } {
  power.on('suspend', () => lock('suspended'));
  power.on('lock-screen', () => lock('suspended'));
  // Of the whole computer, not of the page: a teacher writing in another program is not away.
  const timer = setInterval(
    () => {
      if (power.getSystemIdleTime() >= idleSeconds) lock('idle');
    },
    Math.min(5_000, idleSeconds * 250),
  );
  return { stop: () => clearInterval(timer) };
}
