import { useTranslation } from 'react-i18next';
import { BellMark } from '../../../ui/marks/bell-mark.tsx';
import { RecoveryCodes } from '../../../ui/credentials/recovery-codes.tsx';
import { DoorHeading } from '../frame/door-heading.tsx';
import classes from '../frame/door.module.css';
import type { SaveText } from '../verbs/door-verbs.ts';

interface RecoveryCodesPageProps {
  readonly codes: readonly string[];
  readonly username: string;
  readonly onSave: SaveText;
  readonly onDone: () => void;
}

/** Stands before the register after a second factor was set up while signing in: the codes are seen once. */
export function RecoveryCodesPage(props: RecoveryCodesPageProps) {
  const { t } = useTranslation();
  return (
    <main className={classes['lock']}>
      <div className={classes['lockCard']} style={{ maxWidth: 480 }}>
        <p className={classes['product']} style={{ color: 'var(--cp-brand)' }}>
          <BellMark size={24} />
          {t('common.productName')}
        </p>
        <DoorHeading>{t('credentials.codes.title')}</DoorHeading>
        <RecoveryCodes {...props} />
      </div>
    </main>
  );
}
