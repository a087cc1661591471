import { Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice/notice.tsx';
import type { Unlock } from '../verbs/door-verbs.ts';
import { UnlockForm } from '../unlock/unlock-form.tsx';

interface SetAsideDialogProps {
  readonly opened: boolean;
  readonly onUnlock: Unlock;
  readonly onClose: () => void;
}

/** Brings back entries that only an earlier password of this computer opens. */
export function SetAsideDialog({ opened, onUnlock, onClose }: SetAsideDialogProps) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('provider.setAside.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        {done ? (
          <Notice tone="ok" urgent>
            {t('provider.setAside.done')}
          </Notice>
        ) : (
          <>
            <p style={{ margin: 0 }}>{t('provider.setAside.text')}</p>
            <UnlockForm
              label={t('provider.setAside.action')}
              onUnlock={onUnlock}
              onDone={() => setDone(true)}
            />
          </>
        )}
      </Stack>
    </Modal>
  );
}
