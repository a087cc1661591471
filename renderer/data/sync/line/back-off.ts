const FIRST_CEILING = 1_000;
const LONGEST = 120_000;

/** Waits between attempts that fail; `wake` ends a wait early, unless the server itself asked for it. */
export interface BackOff {
  /** Waits after a failure; `retryAfter` are the seconds the server asked for. */
  wait(retryAfter?: number): Promise<void>;
  succeed(): void;
  wake(): void;
}

/**
 * Full jitter: after the n-th failure in a row a random time up to 1 s · 2ⁿ, at most two minutes. After an outage the devices of a
 * country come back spread out instead of all at once.
 */
export function createBackOff(random: () => number = Math.random): BackOff {
  let failures = 0;
  let wakeUp: (() => void) | undefined;

  function sleep(milliseconds: number, mayWake: boolean): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        wakeUp = undefined;
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      if (mayWake) wakeUp = done;
    });
  }

  return {
    async wait(retryAfter) {
      const ceiling = Math.min(LONGEST, FIRST_CEILING * 2 ** failures);
      failures += 1;
      if (retryAfter !== undefined) await sleep(Math.min(retryAfter * 1_000, LONGEST), false);
      await sleep(random() * ceiling, true);
    },
    succeed() {
      failures = 0;
    },
    wake: () => wakeUp?.(),
  };
}
