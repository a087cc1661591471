import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from './notice.tsx';

/** Entries that cannot be read, and where they lie. */
export interface Lost {
  readonly folder: string;
  readonly entries: number;
}

/** Forgets lost entries; answers the number of now where it was refused, and undefined where they are gone. */
export type ForgetLost = (lost: Lost) => Promise<number | undefined>;

interface LostNoticeProps {
  readonly lost: Lost;
  /** Whose they are, where that is not the account on the screen. */
  readonly name?: string;
  /** Absent where they cannot be taken away from here. */
  readonly onForget?: ForgetLost;
}

/** Says that entries on this computer cannot be read any more, how many, and what to do about it. */
export function LostNotice({ lost, name, onForget }: LostNoticeProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { entries } = lost;
  return (
    <Notice
      tone="danger"
      title={
        name === undefined ? t('lost.title', { count: entries }) : t('lost.titleOf', { count: entries, name })
      }
      action={
        onForget && (
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {t('lost.forget')}
          </Button>
        )
      }
    >
      {t('lost.text')}
      {onForget && asking && (
        <ForgetDialog lost={lost} onForget={onForget} onClose={() => setAsking(false)} />
      )}
    </Notice>
  );
}

interface ForgetDialogProps {
  readonly lost: Lost;
  readonly onForget: ForgetLost;
  readonly onClose: () => void;
}

function ForgetDialog({ lost, onForget, onClose }: ForgetDialogProps) {
  const { t } = useTranslation();
  const [now, setNow] = useState<number>();
  const [busy, setBusy] = useState(false);
  const entries = now ?? lost.entries;
  const forget = async () => {
    setBusy(true);
    const refused = await onForget({ ...lost, entries }).catch(() => entries);
    setBusy(false);
    setNow(refused);
    if (refused === undefined) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('lost.forgetTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{t('lost.forgetText', { count: entries })}</p>
        {now !== undefined && (
          <Notice tone="danger" urgent>
            {t('lost.notForgotten', { count: now })}
          </Notice>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red" loading={busy} onClick={() => void forget()}>
            {t('lost.forgetConfirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
