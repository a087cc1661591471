import { useTranslation } from 'react-i18next';
import { failureText } from '../../../views/failure-text.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import type { Deciding } from './use-deciding.ts';

/** Why the last decision was not taken: nothing was written. */
export function FailedNotice({ deciding }: { readonly deciding: Deciding }) {
  const { t } = useTranslation();
  const { failure, clearFailure } = deciding;
  if (!failure) return null;
  return (
    <Notice
      tone="danger"
      title={t('common.failure.title')}
      urgent
      onClose={clearFailure}
      closeLabel={t('common.close')}
    >
      {failureText(failure, t)}
    </Notice>
  );
}
