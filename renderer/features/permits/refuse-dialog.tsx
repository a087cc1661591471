import { Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PupilDialog } from '../../hosts/pupils/pupil-dialog.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import classes from './permits.module.css';

interface RefuseDialogProps {
  /** Carries it out; the dialog stays with what was typed where it was not taken. */
  readonly onRefuse: (text: string) => Promise<boolean>;
  /** Why it was not taken. */
  readonly failure: ReactNode;
  readonly onClose: () => void;
}

const LONGEST = 255;

/** Why a permit is not granted: the family reads it. */
export function RefuseDialog({ onRefuse, failure, onClose }: RefuseDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const isEmpty = text.trim() === '';
  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    if (isEmpty) return form.querySelector('textarea')?.focus();
    setBusy(true);
    const done = await onRefuse(text.trim());
    setBusy(false);
    if (done) onClose();
  };
  return (
    <FormDialog
      frame={PupilDialog}
      title={t('permits.refuseTitle')}
      confirm={t('permits.refuse')}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      {failure}
      <p className={classes['lead']}>{t('permits.refuseText')}</p>
      <Textarea
        data-autofocus
        label={t('permits.refuseWhy')}
        required
        autosize
        minRows={2}
        maxLength={LONGEST}
        error={isTried && isEmpty ? t('permits.refuseMissing') : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
