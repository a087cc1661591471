import { TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { toBrowserCode } from '../../../domain/base/browser-code.ts';
import classes from './credentials.module.css';

/** Whether a code is whole. */
export function isWholeCode(typed: string): boolean {
  return toBrowserCode(typed) !== undefined;
}

interface BrowserCodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Told when the last letter is there, so that nobody has to press a button for a code that is complete. */
  readonly onComplete: (code: string) => void;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** The letters and digits that a browser shows, typed or pasted in any case and with whatever is between them. */
export function BrowserCodeField({ value, onChange, onComplete, error, inputRef }: BrowserCodeFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      ref={inputRef}
      label={t('provider.code')}
      size="lg"
      classNames={{ input: classes['letterCode'] ?? '' }}
      value={value}
      error={error}
      maxLength={20}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      data-autofocus
      onChange={(event) => {
        const typed = event.currentTarget.value.toUpperCase();
        onChange(typed);
        if (isWholeCode(typed) && !isWholeCode(value)) onComplete(typed);
      }}
    />
  );
}
