import { createSealer } from '../../secrets/sealing.ts';
import type { ServerKeys } from '../../secrets/secret-key.ts';
import { OFFICE_PASSWORDS, readOfficePassword } from '../../identity/passwords/office-password.ts';
import { SECOND_FACTORS } from '../../identity/factors/second-factors.ts';
import type { Profile } from '../../storage/contract/accounts.ts';
import type { Storage } from '../../storage/contract/storage.ts';

/** How much is lost with the keys of before: of so many profiles. */
export interface OnlyOlder {
  /** Second factors that nobody could be asked for any more. */
  readonly secondFactors: number;
  /** Second factors that would go on, without the recovery codes of their owners. */
  readonly recoveryCodes: number;
  /** Office passwords that still hold: they open the account, and no letter can be printed with them again. */
  readonly officePasswords: number;
}

/** Counts what the current key does not open. Nothing is changed, and nothing that was opened is kept. */
export async function countOnlyOlder(
  storage: Pick<Storage, 'accounts'>,
  { current }: Pick<ServerKeys, 'current'>,
  now: number,
): Promise<OnlyOlder> {
  const factors = createSealer(current, SECOND_FACTORS);
  const passwords = createSealer(current, OFFICE_PASSWORDS);
  const isShut = ({ id }: Profile, sealed: string | undefined) =>
    sealed !== undefined && factors.open(sealed, id) === undefined;
  const isOn = ({ secondFactor }: Profile) => secondFactor?.confirmedAt !== undefined;
  const all = await storage.accounts.read((reader) => reader.profiles());
  const on = all.filter(isOn);
  return {
    secondFactors: on.filter((profile) => isShut(profile, profile.secondFactor?.sealedSecret)).length,
    recoveryCodes: on.filter(
      (profile) =>
        !isShut(profile, profile.secondFactor?.sealedSecret) &&
        isShut(profile, profile.secondFactor?.sealedCodesKey),
    ).length,
    officePasswords: all.filter((profile) => {
      const { origin, sealed, expiresAt = 0 } = profile.password;
      const isPrintable = origin === 'office' && sealed !== undefined && now < expiresAt;
      return isPrintable && readOfficePassword(passwords, profile, now) === undefined;
    }).length,
  };
}

/** The same in words, a line for each thing that is lost; none where nothing is. */
export function toLines({ secondFactors, recoveryCodes, officePasswords }: OnlyOlder): readonly string[] {
  return [
    ...(secondFactors > 0
      ? [`second factors: ${secondFactors}; whoever has one of them gets in only after a reissue`]
      : []),
    ...(recoveryCodes > 0
      ? [`recovery codes of second factors: ${recoveryCodes}; their owners renew them in Profilo`]
      : []),
    ...(officePasswords > 0
      ? [
          `office passwords: ${officePasswords}; they still open, and cannot be printed again without a reissue`,
        ]
      : []),
  ];
}
