import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../domain/base/result.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useAttempt, type AttemptFailure } from '../../ui/use-attempt.ts';

interface PasswordDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly danger?: boolean;
  /** What is asked beside the password. */
  readonly children?: ReactNode;
  readonly onConfirm: (password: string) => Promise<Result<unknown, AttemptFailure>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for the password before something that only the owner may do. */
export function PasswordDialog(props: PasswordDialogProps) {
  const { opened, title, text, action, danger = false, children, onConfirm, onDone, onClose } = props;
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);

  const close = () => {
    setPassword('');
    setMissing(false);
    attempt.reset();
    onClose();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(password === '');
    if (password === '') return;
    const result = await attempt.run(() => onConfirm(password));
    setPassword('');
    if (!result.ok) return;
    close();
    onDone();
  };

  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <p style={{ margin: 0 }}>{text}</p>
          <FailureNotice attempt={attempt} asked="password" />
          {children}
          <PasswordField
            label={t('credentials.currentPassword')}
            size="sm"
            value={password}
            onChange={setPassword}
            error={missing ? t('credentials.passwordMissing') : undefined}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              {...(danger ? { color: 'red' } : {})}
              loading={attempt.busy}
              disabled={attempt.waitSeconds > 0}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
