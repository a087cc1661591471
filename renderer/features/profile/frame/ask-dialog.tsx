import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import type { useAttempt } from '../../../ui/use-attempt.ts';

interface AskDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly attempt: ReturnType<typeof useAttempt>;
  /** What is asked for, where a wrong one has words of its own. */
  readonly asked?: 'password';
  readonly children: ReactNode;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
}

/** A dialog that asks for a proof before something that only the owner may do. */
export function AskDialog(props: AskDialogProps) {
  const { opened, title, text, action, danger = false, attempt, asked, children, onSubmit, onClose } = props;
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        <Stack gap="sm">
          <p style={{ margin: 0 }}>{text}</p>
          <FailureNotice attempt={attempt} {...(asked ? { asked } : {})} />
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
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
