import { useState } from 'react';
import type { Result } from '../../../domain/base/result.ts';
import { isReasonMissing, type CommandFailure, type CommandResult } from '../../data/commands/outcome.ts';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import { PupilDialog } from '../../hosts/pupils/pupil-dialog.tsx';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { focusField } from '../../ui/focus/focus-field.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { ReasonField } from '../../hosts/grade-forms/reason-field.tsx';
import classes from './grade-forms.module.css';

interface GiveUpDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** What is given up, in messages. */
  readonly of: string;
  readonly onGiveUp: (
    reason: string,
  ) => Promise<Result<{ readonly undo: () => Promise<CommandResult> }, CommandFailure>>;
  /** Told its way back. */
  readonly onDone: (undo: () => Promise<CommandResult>) => void;
  readonly onClose: () => void;
}

/** Gives up a test or a grade, after asking; a family that has seen it is owed a reason (D78). */
export function GiveUpDialog({ title, text, confirm, of, onGiveUp, onDone, onClose }: GiveUpDialogProps) {
  const { t } = useScaleTexts();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<CommandFailure>();
  const [busy, setBusy] = useState(false);
  const lacksReason = isReasonMissing(failure);
  const submit = async (form: HTMLFormElement) => {
    setBusy(true);
    const done = await onGiveUp(reason.trim());
    setBusy(false);
    setFailure(done.ok ? undefined : done.failure);
    if (!done.ok) return focusField(form, 'reason');
    onDone(done.value.undo);
    onClose();
  };
  return (
    <FormDialog
      frame={PupilDialog}
      title={title}
      confirm={confirm}
      isHard
      cancel={t('gradeForms.leave')}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={classes['lead']}>{text}</p>
      <CommandNotice
        of={of}
        failure={lacksReason ? undefined : failure}
        onClose={() => setFailure(undefined)}
      />
      <ReasonField value={reason} isMissing={lacksReason} isFirst onChange={setReason} />
    </FormDialog>
  );
}
