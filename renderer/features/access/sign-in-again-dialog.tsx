import { Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UnlockForm } from './unlock-form.tsx';
import type { AttemptResult } from './use-attempt.ts';

interface SignInAgainDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onPassword: (password: string) => Promise<AttemptResult>;
}

/** Asks for the password when the server no longer accepts the session; work goes on behind it. */
export function SignInAgainDialog({ opened, onClose, onPassword }: SignInAgainDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('access.again.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <p style={{ margin: 0 }}>{t('access.again.text')}</p>
        <UnlockForm label={t('access.again.action')} onUnlock={onPassword} onDone={onClose} />
      </Stack>
    </Modal>
  );
}
