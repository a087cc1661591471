import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceAccount } from '../../../../domain/protocol/bridge/device-account.ts';
import type { RemovalFailure } from '../../../../domain/protocol/bridge/unsent-entries.ts';
import { describeAccount } from '../../../i18n/describe-account.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import type { AskUnsent, RemoveAccount } from '../verbs/door-verbs.ts';
import { useUnsent } from '../verbs/use-unsent.ts';

interface RemoveAccountDialogProps {
  readonly account: DeviceAccount | undefined;
  /** Whether it is the one that is open: removing it signs out. */
  readonly isOpen?: boolean;
  readonly onAskUnsent: AskUnsent;
  readonly onRemove: RemoveAccount;
  readonly onClose: () => void;
}

/** Asks before an account's data leave this computer, and says what would be lost, as it is now. */
export function RemoveAccountDialog({
  account,
  isOpen = false,
  onAskUnsent,
  onRemove,
  onClose,
}: RemoveAccountDialogProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RemovalFailure>();
  /** How many the person has agreed to lose: more than that asks again. */
  const [agreed, setAgreed] = useState(0);
  const unsent = useUnsent(account?.identity, onAskUnsent);
  const count = unsent && unsent.unsent + unsent.lost;
  const isAgreed = count !== undefined && count <= agreed;

  const close = () => {
    setAgreed(0);
    setFailure(undefined);
    onClose();
  };
  const remove = async () => {
    if (!account || count === undefined) return;
    setBusy(true);
    const removed = await onRemove(account, agreed).catch(() => undefined);
    setBusy(false);
    if (removed?.ok) return close();
    setFailure(removed?.failure ?? { kind: 'internal', unsent: count });
    setAgreed(0);
  };

  return (
    <Modal
      opened={account !== undefined}
      onClose={close}
      title={t('door.removeTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        {account && (
          <p style={{ margin: 0 }}>
            <strong>
              {account.identity.givenName} {account.identity.surname}
            </strong>
            <br />
            {describeAccount(account.identity, t)} · {account.identity.schoolName}
            <br />
            {account.identity.username}
          </p>
        )}
        <p style={{ margin: 0 }}>{t('door.removeText')}</p>
        {isOpen && <Notice tone="warn">{t('door.removeOpen')}</Notice>}
        {count !== undefined && count > 0 && (
          <>
            <Notice tone="danger">{t('door.removeUnsent', { count })}</Notice>
            <Checkbox
              label={t('door.removeUnsure')}
              checked={isAgreed}
              onChange={(event) => setAgreed(event.currentTarget.checked ? count : 0)}
            />
          </>
        )}
        {failure !== undefined && (
          <Notice tone="danger" urgent>
            {failure.kind === 'unsentEntries'
              ? t('door.removeGrown', { count: failure.unsent })
              : t('door.removeFailed')}
          </Notice>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button
            color="red"
            loading={busy || (account !== undefined && count === undefined)}
            disabled={!isAgreed}
            onClick={() => void remove()}
          >
            {count !== undefined && count > 0 ? t('door.removeConfirmUnsent') : t('door.removeConfirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
