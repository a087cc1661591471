/** How long typed digits belong together. */
const JOIN_MILLISECONDS = 1500;

/** Joins digits typed one after the other into the number of a pupil: `1` `2` goes to 1, then to 12. */
export function createNumberJump(now: () => number): {
  /** The number meant after one more digit, among 1 to `last`; undefined when there is none. */
  type(digit: string, last: number): number | undefined;
  reset(): void;
} {
  let digits = '';
  let typedAt = 0;
  return {
    type(digit, last) {
      const joined = now() - typedAt <= JOIN_MILLISECONDS ? digits + digit : digit;
      typedAt = now();
      // "1", "2" in a class of 9 means the second pupil, not a twelfth who does not exist.
      digits = fits(joined, last) || joined === '0' ? joined : digit;
      return fits(digits, last) ? Number(digits) : undefined;
    },
    reset() {
      digits = '';
    },
  };
}

function fits(digits: string, last: number): boolean {
  const number = Number(digits);
  return number >= 1 && number <= last;
}
