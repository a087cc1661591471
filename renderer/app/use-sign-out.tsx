import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../data/register.ts';
import { useSession } from '../data/use-session.ts';

/** Signs out; asks first while entries have not reached the school. */
export function useSignOut(status: SyncStatus | undefined): () => void {
  const { t } = useTranslation();
  const signOut = useSession((state) => state.signOut);
  const unsent = (status?.waiting.length ?? 0) + (status?.refused.length ?? 0);
  return () => {
    if (unsent === 0) {
      void signOut();
      return;
    }
    modals.openConfirmModal({
      title: t('shell.signOut.title'),
      children: t('shell.signOut.text', { count: unsent }),
      labels: { confirm: t('shell.signOut.confirm'), cancel: t('shell.signOut.stay') },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () => void signOut(),
    });
  };
}
