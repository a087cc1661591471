import { useTranslation } from 'react-i18next';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { accountName } from '../people/account-name.ts';
import classes from '../office-accounts.module.css';

/** So many names are read before a button is pressed. */
const MOST_NAMES = 8;

/** Whom an act on several accounts is about; one alone stands in the title. */
export function ActPeople({ accounts }: { readonly accounts: readonly OfficeAccount[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (accounts.length < 2) return null;
  const more = accounts.length - MOST_NAMES;
  return (
    <ul className={classes['reasons']}>
      {accounts.slice(0, MOST_NAMES).map((account) => (
        <li key={account.username}>{accountName(account, t)}</li>
      ))}
      {more > 0 && <li>{t('accounts.act.andMore', { count: more, number: format.number(more) })}</li>}
    </ul>
  );
}
