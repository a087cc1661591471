import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../frame/door.module.css';
import type { KnownProvider } from './use-provider.ts';

interface ForgottenHereProps {
  /** A password that is forgotten, or an account that the office is said to have opened again. */
  readonly about?: 'forgotten' | 'reopened';
  readonly provider: KnownProvider;
  /** Leads to the form for username and password. */
  readonly onPassword: () => void;
}

/** How else an account is entered that a provider has opened here. */
export function ForgottenHere({
  about = 'forgotten',
  provider: { state, name },
  onPassword,
}: ForgottenHereProps) {
  const { t } = useTranslation();
  if (state === 'asking') return null;
  return (
    <>
      <p className={classes['small']}>{t(`provider.${about}.${state}`, { name: name ?? '' })}</p>
      {state === 'none' && (
        <Button variant="subtle" size="compact-sm" onClick={onPassword}>
          {t('provider.forgotten.withPassword')}
        </Button>
      )}
    </>
  );
}
