import { CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './header.module.css';

/** The school pass beside the name, with or without a network; one press copies it (S14). */
export function SchoolPass({ pass }: { readonly pass: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={pass}>
      {({ copied, copy }) => (
        <button
          type="button"
          className={classes['pass']}
          title={t('shell.account.copyPass')}
          aria-label={`${t('shell.account.schoolPass', { pass })}. ${t('shell.account.copyPass')}`}
          onClick={copy}
        >
          {t('shell.account.schoolPass', { pass })}
          {copied ? <IconCheck size={13} aria-hidden="true" /> : <IconCopy size={13} aria-hidden="true" />}
        </button>
      )}
    </CopyButton>
  );
}
