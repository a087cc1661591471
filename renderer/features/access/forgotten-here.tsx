import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './access.module.css';
import type { KnownProvider } from './use-provider.ts';

interface ForgottenHereProps {
  readonly provider: KnownProvider;
  /** Leads to the form for username and password. */
  readonly onPassword: () => void;
}

/** What to do about a forgotten password of this computer. */
export function ForgottenHere({ provider: { state, name }, onPassword }: ForgottenHereProps) {
  const { t } = useTranslation();
  if (state === 'asking') return null;
  return (
    <>
      <p className={classes['small']}>{t(`provider.forgotten.${state}`, { name: name ?? '' })}</p>
      {state === 'none' && (
        <Button variant="subtle" size="compact-sm" onClick={onPassword}>
          {t('provider.forgotten.withPassword')}
        </Button>
      )}
    </>
  );
}
