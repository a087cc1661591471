import { Radio, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValidationLine } from '../../../../domain/justifications/validation-list.ts';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';

interface SplitDialogProps {
  readonly text: string;
  /** The open days of the group, of which one goes out. */
  readonly days: readonly ValidationLine[];
  readonly onConfirm: (day: ValidationLine) => Promise<boolean>;
  /** Why it was not taken. */
  readonly failure: ReactNode;
  readonly onClose: () => void;
}

/** Takes one day out of its group, to decide on it by itself (D84). */
export function SplitDialog({ text, days, onConfirm, failure, onClose }: SplitDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // Mostly it is the last day that is another matter.
  const [day, setDay] = useState<string>(days.at(-1)?.day ?? '');
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const chosen = days.find((each) => each.day === day);
    if (!chosen) return;
    setBusy(true);
    const done = await onConfirm(chosen);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <FormDialog
      frame={PupilDialog}
      title={t('classAbsences.justify.splitTitle')}
      confirm={t('classAbsences.justify.splitConfirm')}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      {failure}
      <Radio.Group label={text} value={day} onChange={setDay}>
        <Stack gap={6} mt={6}>
          {days.map((each) => (
            <Radio
              key={each.day}
              value={each.day}
              label={format.longDay(each.day)}
              {...(each.day === day ? { 'data-autofocus': true } : {})}
            />
          ))}
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}
