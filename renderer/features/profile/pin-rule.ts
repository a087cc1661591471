/** How long a PIN may be. */
export const LONGEST_PIN = 8;
const SHORTEST_PIN = 4;

/** Whether a PIN is not among those that everybody tries first; the main process has the last word. */
export function isPinAcceptable(pin: string): boolean {
  if (!/^\d+$/.test(pin) || pin.length < SHORTEST_PIN || pin.length > LONGEST_PIN) return false;
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0)));
  // One and the same step from digit to digit: 1111, 1234, 8765, 2468.
  return steps.size > 1;
}
