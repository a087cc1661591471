import type { PowerMonitor } from 'electron';
import type { LockReason } from '../session/session-store.ts';

/** Locks when nobody has touched the computer for a while, when it sleeps and when its screen is locked. */
export function watchIdle(
  power: Pick<PowerMonitor, 'getSystemIdleTime' | 'on'>,
  idleSeconds: number,
  lock: (reason: LockReason) => void,
  isOpen: () => boolean = () => true,
): { readonly stop: () => void } {
  // Whoever has just opened the register is there, even where the system hears nothing of the way they type (a remote or assistive
  // device): the time counts from the opening at the earliest.
  let openTicks = 0;
  power.on('suspend', () => lock('suspended'));
  power.on('lock-screen', () => lock('suspended'));
  // Of the whole computer, not of the page: a teacher writing in another program is not away.
  const period = Math.min(5_000, idleSeconds * 250);
  const timer = setInterval(() => {
    openTicks = isOpen() ? openTicks + 1 : 0;
    const openLongEnough = openTicks * period >= idleSeconds * 1000;
    if (openLongEnough && power.getSystemIdleTime() >= idleSeconds) lock('idle');
  }, period);
  return { stop: () => clearInterval(timer) };
}
