import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import { useFormat } from '../../../i18n/format.ts';
import classes from '../office-accounts.module.css';
import type { PersonWithChange } from './people-with-changes.ts';

/** Of whom a change is, for which children, what counts and what is new, and where it came from: all that a decision needs. */
export function ChangeFacts({ person }: { readonly person: PersonWithChange }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, username, accounts, change } = person;
  const { at, by, before, fiscalCode, emails, origin = 'list' } = change;
  const children = accounts.flatMap(({ child, className }) =>
    child === undefined && className === undefined
      ? []
      : [
          [
            ...(child === undefined ? [] : [t('accounts.forChild', { child })]),
            ...(className === undefined ? [] : [className]),
          ].join(', '),
        ],
  );
  return (
    <>
      <strong>{[name, ...children].join(' · ')}</strong>{' '}
      <small className={classes['username']}>{username}</small>
      {fiscalCode !== undefined && (
        <FromTo
          what={t('accounts.record.fiscalCode')}
          before={before?.fiscalCode === undefined ? [] : [before.fiscalCode]}
          after={[fiscalCode]}
        />
      )}
      {emails.length > 0 && (
        <FromTo what={t('accounts.record.emails')} before={before?.emails ?? []} after={emails} />
      )}
      <span className={classes['muted']}>
        {t(`accounts.record.${origin}`, {
          name: by ?? t('accounts.events.operator'),
          day: format.numericDay(dayOfInstant(at)),
        })}
      </span>
    </>
  );
}

interface FromToProps {
  readonly what: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function FromTo({ what, before, after }: FromToProps) {
  const { t } = useTranslation();
  const values = {
    before: before.length === 0 ? t('accounts.record.nothing') : before.join(', '),
    after: after.join(', '),
  };
  return (
    <div>
      {/* An arrow is not read out. */}
      <VisuallyHidden>{t('accounts.record.spoken', { what, ...values })}</VisuallyHidden>
      <span aria-hidden="true">
        {what}: {t('accounts.record.fromTo', values)}
      </span>
    </div>
  );
}
