import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { hasLetter, shownState } from '../people/account-filter.ts';
import { accountName } from '../people/account-name.ts';
import classes from '../office-accounts.module.css';

interface LeftOutLettersProps {
  /** The accounts chosen in the table. */
  readonly chosen: readonly OfficeAccount[];
  readonly now: Instant;
}

/** Of those chosen, who gets no letter and why: the button counts the others only. */
export function LeftOutLetters({ chosen, now }: LeftOutLettersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const leftOut = chosen.filter((account) => !hasLetter(account, now));
  if (leftOut.length === 0) return null;
  const reasonOf = (account: OfficeAccount) => {
    const state = shownState(account, now);
    return state === 'blocked' || state === 'activated'
      ? t(`accounts.act.skip.${state}`)
      : t('accounts.letters.passwordEnded');
  };
  return (
    <Notice tone="info">
      {t('accounts.letters.leftOut', { count: leftOut.length, number: format.number(leftOut.length) })}
      <ul className={classes['reasons']}>
        {leftOut.map((account) => (
          <li key={account.username}>
            {accountName(account, t)}: {reasonOf(account)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
