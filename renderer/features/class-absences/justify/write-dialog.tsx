import { Group, Radio, Select, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import {
  JUSTIFICATION_ORIGINS,
  JUSTIFICATION_REASONS,
  type JustificationReason,
} from '../../../../domain/kinds/justification/record.ts';
import type { WrittenDown } from '../../../kinds/justification/commands.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { capital } from './line-texts.ts';
import { LONGEST_WHY } from './why-dialog.tsx';

interface WriteDialogProps {
  readonly text: string;
  /** Carries it out; the dialog stays with what was typed where it was not taken. */
  readonly onConfirm: (written: WrittenDown) => Promise<boolean>;
  /** Why it was not taken. */
  readonly failure: ReactNode;
  readonly onClose: () => void;
}

/** Writes down what came to the school on paper, by telephone or by word of mouth. */
export function WriteDialog({ text, onConfirm, failure, onClose }: WriteDialogProps) {
  const { t } = useTranslation();
  const [origin, setOrigin] = useState<WrittenDown['origin']>('paper');
  const [reason, setReason] = useState<JustificationReason>();
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const lacksReason = reason === undefined;
  const lacksWords = reason === 'other' && words.trim() === '';
  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    if (reason === undefined || lacksWords) {
      form
        .querySelector<HTMLElement>(lacksReason ? 'input[name=reason]:not([type=hidden])' : 'textarea')
        ?.focus();
      return;
    }
    setBusy(true);
    const typed = words.trim();
    const done = await onConfirm({ origin, reason, ...(typed === '' ? {} : { text: typed }) });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <FormDialog
      frame={PupilDialog}
      title={t('classAbsences.justify.writeTitle')}
      confirm={t('classAbsences.justify.writeConfirm')}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      {failure}
      <p style={{ margin: 0 }}>{text}</p>
      <Radio.Group
        label={t('classAbsences.justify.origins')}
        value={origin}
        onChange={(value) => setOrigin(JUSTIFICATION_ORIGINS.find((each) => each === value) ?? 'paper')}
      >
        <Group gap="md" mt={4}>
          {JUSTIFICATION_ORIGINS.map((each) => (
            <Radio key={each} value={each} label={capital(t(`classAbsences.justify.origin.${each}`))} />
          ))}
        </Group>
      </Radio.Group>
      <Select
        data-autofocus
        name="reason"
        label={t('classAbsences.justify.reasons')}
        required
        data={JUSTIFICATION_REASONS.map((each) => ({
          value: each,
          label: capital(t(`justification.reason.${each}`)),
        }))}
        value={reason ?? null}
        onChange={(value) => setReason(JUSTIFICATION_REASONS.find((each) => each === value))}
        error={isTried && lacksReason ? t('classAbsences.justify.reasonMissing') : undefined}
      />
      <Textarea
        label={t('classAbsences.justify.words')}
        required={reason === 'other'}
        error={isTried && lacksWords ? t('classAbsences.justify.wordsMissing') : undefined}
        autosize
        minRows={2}
        maxLength={LONGEST_WHY}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
