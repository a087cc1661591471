import type { ReactNode } from 'react';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
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
  return (
    <FormDialog
      opened={opened}
      title={title}
      confirm={action}
      isHard={danger}
      busy={attempt.busy}
      isWaiting={attempt.waitSeconds > 0}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{text}</p>
      <FailureNotice attempt={attempt} {...(asked ? { asked } : {})} />
      {children}
    </FormDialog>
  );
}
