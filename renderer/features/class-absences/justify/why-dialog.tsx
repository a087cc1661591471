import { Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';

interface WhyDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** Carries it out; the dialog stays with what was typed where it was not taken. */
  readonly onConfirm: (why: string) => Promise<boolean>;
  /** Why it was not taken. */
  readonly failure: ReactNode;
  readonly onClose: () => void;
}

/** The longest that a justification takes. */
export const LONGEST_WHY = 255;

/** Asks why, of what the family is to hear: a rejection, a revocation. */
export function WhyDialog({ title, text, confirm, onConfirm, failure, onClose }: WhyDialogProps) {
  const { t } = useTranslation();
  const [why, setWhy] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async (form: HTMLFormElement) => {
    const typed = why.trim();
    setMissing(typed === '');
    if (typed === '') {
      form.querySelector('textarea')?.focus();
      return;
    }
    setBusy(true);
    const done = await onConfirm(typed);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <FormDialog
      frame={PupilDialog}
      title={title}
      confirm={confirm}
      isHard
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      {failure}
      <p style={{ margin: 0 }}>{text}</p>
      <Textarea
        data-autofocus
        label={t('classAbsences.justify.why')}
        description={t('classAbsences.justify.left', { count: LONGEST_WHY - why.length })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={isMissing ? t('classAbsences.justify.whyMissing') : undefined}
        required
        autosize
        minRows={2}
        maxLength={LONGEST_WHY}
        value={why}
        onChange={(event) => {
          setWhy(event.currentTarget.value);
          setMissing(false);
        }}
      />
    </FormDialog>
  );
}
