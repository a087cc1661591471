import type { RecoveryAnswer } from '../../../../domain/protocol/endpoints/account/account.ts';

/** A masked address, and which one it is of those that look the same under their mask. */
export interface ToldApart {
  readonly masked: string;
  readonly position: number;
  readonly alike: number;
}

/** Counts the addresses that look the same: three times one line could not be chosen among, nor tried one after the other. */
export function toldApart(choices: RecoveryAnswer['choices']): readonly ToldApart[] {
  return choices.map(({ masked }, index) => {
    const isLike = (other: { readonly masked: string }) => other.masked === masked;
    return {
      masked,
      position: choices.slice(0, index + 1).filter(isLike).length,
      alike: choices.filter(isLike).length,
    };
  });
}
