import { useMemo, useSyncExternalStore } from 'react';
import type { Instant } from '../../domain/base/ids.ts';
import { isSameMinute, LOOK_AGAIN } from './minutes.ts';
import type { Register } from './register.ts';

/** One clock on the screen: all who show the time or the day turn to the next minute together. */
interface ScreenClock {
  time(): Instant;
  follow(changed: () => void): () => void;
}

const clocks = new WeakMap<Pick<Register, 'now'>, ScreenClock>();

/** The register's time, renewed with each minute, after a sleep, and when the server has set the clock right. */
export function useClock(register: Register): Instant {
  const clock = useMemo(() => screenClockOf(register), [register]);
  return useSyncExternalStore(clock.follow, clock.time);
}

/** The clock that everything drawn of a register shares. */
export function screenClockOf(register: Pick<Register, 'now'>): ScreenClock {
  const known = clocks.get(register) ?? createScreenClock(() => register.now());
  clocks.set(register, known);
  return known;
}

function createScreenClock(now: () => Instant): ScreenClock {
  let time = now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const followers = new Set<() => void>();
  const look = () => {
    const present = now();
    if (isSameMinute(present, time)) return false;
    time = present;
    return true;
  };
  const tellAll = () => {
    for (const changed of followers) changed();
  };
  const tell = () => {
    if (look()) tellAll();
  };
  return {
    time() {
      // Set right by the server meanwhile, or after a sleep: what is drawn now must not begin with the day of before. The others follow.
      if (look()) setTimeout(tellAll);
      return time;
    },
    follow(changed) {
      followers.add(changed);
      timer ??= setInterval(tell, LOOK_AGAIN);
      return () => {
        followers.delete(changed);
        if (followers.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
