import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import { useIdentity, useSession } from '../../data/use-session.ts';

/** Signs out; asks first while entries have not reached the school, and again where there are more by then. */
export function useSignOut(): () => void {
  const { t } = useTranslation();
  const identity = useIdentity();
  const signOut = useSession((state) => state.signOut);
  const unsentOf = useSession((state) => state.unsentOf);

  async function leave(confirmed: number): Promise<void> {
    const left = await signOut(confirmed);
    if (!left.ok && left.failure.kind === 'unsentEntries') ask(left.failure.unsent);
  }

  function ask(unsent: number): void {
    modals.openConfirmModal({
      title: t('shell.signOut.title'),
      children: t('shell.signOut.text', { count: unsent }),
      labels: { confirm: t('shell.signOut.confirm'), cancel: t('shell.signOut.stay') },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () => void leave(unsent),
    });
  }

  return () => void unsentOf(identity).then(({ unsent }) => (unsent === 0 ? leave(0) : ask(unsent)));
}
