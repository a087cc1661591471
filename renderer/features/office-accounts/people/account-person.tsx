import { useTranslation } from 'react-i18next';
import { OPERATOR } from '../../../../domain/protocol/endpoints/office/operations.ts';
import classes from '../office-accounts.module.css';
import type { AccountNames } from './use-account-names.ts';
import whole from './whole-texts.module.css';

interface AccountPersonProps {
  readonly username: string;
  readonly names: AccountNames;
  /** A name for somebody who is not among the accounts. */
  readonly fallback?: string;
}

/** Whose account it is: name, child and class, with the username in small; who is not among the accounts has that alone. */
export function AccountPerson({ username, names, fallback }: AccountPersonProps) {
  const { t } = useTranslation();
  const name = username === OPERATOR ? t('accounts.events.operator') : (names.nameOf(username) ?? fallback);
  if (name === undefined) return <span className={classes['username']}>{username}</span>;
  return (
    <>
      <span className={whole['person']}>{name}</span>
      {username !== OPERATOR && <small className={classes['username']}>{username}</small>}
    </>
  );
}
