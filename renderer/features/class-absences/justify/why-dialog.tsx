import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

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
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = why.trim();
    setMissing(typed === '');
    if (typed === '') {
      event.currentTarget.querySelector('textarea')?.focus();
      return;
    }
    setBusy(true);
    const done = await onConfirm(typed);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
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
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" color="red" loading={busy}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
