import { Button } from '@mantine/core';
import { IconMailFast } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InstalledSchool } from '../../../../domain/school-config.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { OfficeContacts } from '../../../ui/office-contacts.tsx';
import type { Attempt } from '../../../ui/use-attempt.ts';
import classes from '../frame/door.module.css';

interface RecoverySentProps {
  readonly text: string;
  readonly onAgain: () => void;
}

/** The same words whether the name exists or not: nobody learns here who has an account. */
export function RecoverySent({ text, onAgain }: RecoverySentProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['form']} role="status">
      <div className={classes['sent']}>
        <span aria-hidden="true">
          <IconMailFast size={28} stroke={1.5} />
        </span>
        <div>
          <h2>{t('door.recovery.sentTitle')}</h2>
          <p>{text}</p>
        </div>
      </div>
      <Button variant="subtle" size="compact-sm" onClick={onAgain}>
        {t('door.recovery.again')}
      </Button>
    </div>
  );
}

interface RecoveryFailureProps {
  readonly attempt: Attempt;
  readonly school: InstalledSchool;
}

/** Why recovery did not begin; without a network what to do instead (S20). */
export function RecoveryFailure({ attempt, school }: RecoveryFailureProps) {
  const { t } = useTranslation();
  if (attempt.failure?.kind !== 'serverUnreachable') return <FailureNotice attempt={attempt} />;
  return (
    <Notice tone="warn" title={t('door.recovery.offline')} urgent>
      <p style={{ margin: '0 0 8px' }}>{t('door.recovery.offlineText')}</p>
      <OfficeContacts contacts={school} />
    </Notice>
  );
}
