/** How long a PIN may be. */
export const LONGEST_PIN = 8;

/** Why a PIN is not taken. */
export type PinFault = 'tooShort' | 'tooCommon' | 'tooEasy';

/** What many people choose, beside rows and repetitions: the middle column of the keys, and pairs. */
const COMMON: readonly string[] = [
  '2580',
  '0852',
  '1122',
  '1004',
  '2001',
  '6969',
  '1357',
  '2468',
  '147258',
  '159753',
];

/** Why a PIN is not taken; undefined when it is. Four to eight digits, and not what somebody tries first. */
export function pinFault(pin: string): PinFault | undefined {
  if (!/^[0-9]{4,8}$/.test(pin)) return 'tooShort';
  if (isRow(pin) || isRepetition(pin)) return 'tooEasy';
  return COMMON.includes(pin) || isRecentYear(pin) ? 'tooCommon' : undefined;
}

/** 1111, 1234, 8765, 7890: each digit follows the one before by the same step. */
function isRow(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10);
  return steps.every((step) => step === steps[0]) && [0, 1, 9].includes(steps[0] ?? 0);
}

/** 1212, 123123: a shorter pattern over and over. */
function isRepetition(pin: string): boolean {
  return [1, 2, 3, 4].some(
    (length) => length < pin.length && pin.startsWith(pin.slice(length)) && pin.length % length === 0,
  );
}

function isRecentYear(pin: string): boolean {
  return /^(19[3-9][0-9]|20[0-3][0-9])$/.test(pin);
}
