import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
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
  const isEmpty = text.trim() === '';
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (isEmpty) return event.currentTarget.querySelector('textarea')?.focus();
    if (await onRefuse(text.trim())) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('permits.refuseTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
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
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit">{t('permits.refuse')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
