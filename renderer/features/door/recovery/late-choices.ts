import type { RecoveryAnswer } from '../../../../domain/protocol/endpoints/account/account.ts';

type Choices = RecoveryAnswer['choices'];

/** The server takes a choice for a quarter of an hour, and says nothing of one that comes later: a minute less is asked for anew. */
const FRESH_MS = 14 * 60_000;

/** Whether choices that came at one time are too old at another; also where the clock was changed in between (S19). */
export function areLate(cameAt: number, now: number): boolean {
  return now < cameAt || now - cameAt > FRESH_MS;
}

/** The choice that stands for the same address in an answer that came later; undefined where the addresses are not the same any more. */
export function sameChoice(earlier: Choices, chosen: string, later: Choices): string | undefined {
  const index = earlier.findIndex(({ choice }) => choice === chosen);
  const isSame =
    earlier.length === later.length && earlier.every(({ masked }, place) => masked === later[place]?.masked);
  return isSame ? later[index]?.choice : undefined;
}
