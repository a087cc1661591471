import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../domain/base/result.ts';
import type { ApiFailure } from '../../../data/api/api-request.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';

interface YearDialogProps {
  /** The year as people say it. */
  readonly name: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

type Done = Promise<Result<unknown, ApiFailure>>;

/** Asks before a school year is closed, and says what follows from it. */
export function CloseYearDialog({ name, onAct, ...rest }: YearDialogProps & { readonly onAct: () => Done }) {
  const { t } = useTranslation();
  const follows = ['writing', 'arriving', 'reading', 'reopening'] as const;
  return (
    <YearDialog
      {...rest}
      title={t('accounts.years.closeTitle', { name })}
      button={t('accounts.years.closeName', { name })}
      color="red"
      onSubmit={onAct}
    >
      <p style={{ margin: 0 }}>{t('accounts.years.follows')}</p>
      <ul style={{ margin: 0, paddingInlineStart: '1.25em' }}>
        {follows.map((each) => (
          <li key={each}>{t(`accounts.years.next.${each}`)}</li>
        ))}
      </ul>
    </YearDialog>
  );
}

/** Asks why a closed school year is opened again. */
export function ReopenYearDialog({
  name,
  onAct,
  ...rest
}: YearDialogProps & { readonly onAct: (reason: string) => Done }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <YearDialog
      {...rest}
      title={t('accounts.years.reopenTitle', { name })}
      button={t('accounts.years.reopenName', { name })}
      onSubmit={() => {
        setChecked(true);
        return isMissing ? undefined : onAct(reason.trim());
      }}
    >
      <p style={{ margin: 0 }}>{t('accounts.years.reopenText')}</p>
      <TextInput
        label={t('accounts.years.reason')}
        maxLength={200}
        value={reason}
        data-autofocus
        error={checked && isMissing ? t('accounts.years.reasonMissing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </YearDialog>
  );
}

interface FrameProps extends Omit<YearDialogProps, 'name'> {
  readonly title: string;
  readonly button: string;
  readonly color?: string;
  readonly children: ReactNode;
  /** Undefined where something is missing yet. */
  readonly onSubmit: () => Done | undefined;
}

function YearDialog({ title, button, color, children, onSubmit, onDone, onClose }: FrameProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const asked = onSubmit();
    if (!asked) return;
    const result = await attempt.run(() => asked);
    if (result.ok) onDone();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {children}
          <FailureNotice attempt={attempt} />
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              data-autofocus={color === undefined ? undefined : true}
              onClick={onClose}
            >
              {t('common.cancel')}
            </Button>
            <Button type="submit" {...(color === undefined ? {} : { color })} loading={attempt.busy}>
              {button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
