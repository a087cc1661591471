import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../../domain/base/local-date.ts';
import type { Result } from '../../../../domain/base/result.ts';
import type { ApiFailure } from '../../../data/api/api-request.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { DayField } from '../../../ui/day-field/day-field.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import type { PaperTexts } from './paper-section.ts';

interface EndingProps {
  readonly row: PaperTexts & { readonly from: LocalDate | undefined };
  readonly onClose: () => void;
}

interface EndDialogProps extends EndingProps {
  readonly today: LocalDate;
  readonly onEnd: (to: string) => Promise<Result<unknown, ApiFailure>>;
}

/** Asks for the last day of a paper. */
export function EndDialog({ row, today, onEnd, onClose }: EndDialogProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const { from } = row;
  const [to, setTo] = useState<string>(from !== undefined && from > today ? from : today);
  const [fault, setFault] = useState<string>();
  const submit = async () => {
    if (to === '') return setFault(t('who.form.missing'));
    if (parseLocalDate(to) === undefined) return setFault(t('who.form.notDay'));
    if (from !== undefined && to < from) return setFault(t('who.form.reversed'));
    const result = await attempt.run(() => onEnd(to));
    if (result.ok) onClose();
    return undefined;
  };
  return (
    <FormDialog
      title={t('who.end.title')}
      confirm={t('who.end.button')}
      busy={attempt.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('who.end.text', { name: nameOf(row) })}</p>
      <DayField
        label={t('who.field.to')}
        value={to}
        today={today}
        error={fault}
        hasFocus
        onChange={(day) => {
          setFault(undefined);
          setTo(day);
        }}
      />
      <FailureNotice attempt={attempt} />
    </FormDialog>
  );
}

interface TakeBackDialogProps extends EndingProps {
  readonly onTakeBack: () => Promise<Result<unknown, ApiFailure>>;
}

/** Asks before a paper is taken back as a mistake. */
export function TakeBackDialog({ row, onTakeBack, onClose }: TakeBackDialogProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const submit = async () => {
    const result = await attempt.run(onTakeBack);
    if (result.ok) onClose();
  };
  return (
    <FormDialog
      title={t('who.takeBack.title')}
      confirm={t('who.takeBack.button')}
      isHard
      cancel={t('who.takeBack.keep')}
      beginsOnCancel
      busy={attempt.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('who.takeBack.text', { name: nameOf(row) })}</p>
      <FailureNotice attempt={attempt} />
    </FormDialog>
  );
}

function nameOf({ who, what, where }: PaperTexts): string {
  return [who, what, where].filter((part) => part !== '').join(', ');
}
