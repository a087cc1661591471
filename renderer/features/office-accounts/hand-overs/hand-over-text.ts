import type { TFunction } from 'i18next';
import { REFUSAL_REASONS } from '../../../../domain/access/refusal.ts';

/** Reasons that are told to a clerk in other words than to the author. */
const OF_THE_AUTHOR = ['forbidden', 'outdated', 'othersSignature'] as const;

/** Why an entry could not be taken, in a clerk's words; what this version does not know is shown as the server says it. */
export function refusalText(refusal: string, t: TFunction): string {
  const own = OF_THE_AUTHOR.find((each) => each === refusal);
  if (own) return t(`accounts.handOvers.refusal.${own}`);
  const known = REFUSAL_REASONS.find((each) => each === refusal);
  return known ? t(`common.refusal.${known}`) : refusal;
}
