import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice/notice.tsx';
import classes from '../frame/door.module.css';

interface BrowserStepsProps {
  /** What is chosen in the browser, and what is done here at the end. */
  readonly choice: string;
  readonly copy: string;
  /** Whether the browser has opened. */
  readonly opened: boolean;
}

/** What to do in the browser beside the app, and what to do here when it is done. */
export function BrowserSteps({ choice, copy, opened }: BrowserStepsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ol className={classes['journey']}>
        <li>{t('provider.identity')}</li>
        <li>{choice}</li>
        <li>{copy}</li>
      </ol>
      {!opened && (
        <Notice tone="warn" title={t('provider.notOpened')} urgent>
          {t('provider.notOpenedText')}
        </Notice>
      )}
    </>
  );
}
