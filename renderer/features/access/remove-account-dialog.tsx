import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceAccount } from '../../../domain/protocol/bridge.ts';
import { Notice } from '../../ui/notice.tsx';

interface RemoveAccountDialogProps {
  readonly account: DeviceAccount | undefined;
  /** Answers whether the account was removed. */
  readonly onRemove: (account: DeviceAccount) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks before an account's data leave this computer, and says what would be lost. */
export function RemoveAccountDialog({ account, onRemove, onClose }: RemoveAccountDialogProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const name = account ? `${account.identity.givenName} ${account.identity.surname}` : '';
  const unsent = account?.unsent ?? 0;

  const close = () => {
    setUnderstood(false);
    setFailed(false);
    onClose();
  };
  const remove = async () => {
    if (!account) return;
    setBusy(true);
    const removed = await onRemove(account).catch(() => false);
    setBusy(false);
    setFailed(!removed);
    if (removed) close();
  };

  return (
    <Modal
      opened={account !== undefined}
      onClose={close}
      title={t('access.removeTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{t('access.removeText', { name })}</p>
        {unsent > 0 && <Notice tone="danger">{t('access.removeUnsent', { count: unsent })}</Notice>}
        {unsent > 0 && (
          <Checkbox
            label={t('access.removeUnsure')}
            checked={understood}
            onChange={(event) => setUnderstood(event.currentTarget.checked)}
          />
        )}
        {failed && (
          <Notice tone="danger" urgent>
            {t('access.removeFailed')}
          </Notice>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button
            color="red"
            loading={busy}
            disabled={unsent > 0 && !understood}
            onClick={() => void remove()}
          >
            {unsent > 0 ? t('access.removeConfirmUnsent') : t('access.removeConfirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
