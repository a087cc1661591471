import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { isReason } from '../../../domain/grades/said-value.ts';
import { gradeValueSchema } from '../../../domain/kinds/grade/record.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';

interface ReasonFieldProps {
  readonly value: string;
  /** It was saved without one, and families could see what is changed. */
  readonly isMissing: boolean;
  /** Asked from the beginning, as the one field of a dialog. */
  readonly isFirst?: boolean;
  /** Enter sends it: nothing else is asked. */
  readonly isSentByEnter?: boolean;
  readonly onChange: (value: string) => void;
}

/** Why something is corrected that families could see already (D78). */
export function ReasonField({
  value,
  isMissing,
  isFirst = false,
  isSentByEnter = false,
  onChange,
}: ReasonFieldProps) {
  const { t } = useScaleTexts();
  return (
    <Textarea
      name="reason"
      {...(isFirst ? { 'data-autofocus': true } : {})}
      {...(isSentByEnter ? { onKeyDown: sendByEnter } : {})}
      label={t('gradeForms.reason')}
      description={t('gradeForms.aboutReason')}
      autosize
      minRows={isFirst ? 2 : 1}
      maxLength={gradeValueSchema.properties.reason.maxLength}
      value={value}
      error={isMissing && !isReason(value) ? t('gradeForms.reasonMissing') : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What was typed as a reason, if it is one. */
export function typedReason(text: string): { readonly reason?: string } {
  return isReason(text) ? { reason: text.trim() } : {};
}

function sendByEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
