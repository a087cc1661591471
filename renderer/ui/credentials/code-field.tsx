import { TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './credentials.module.css';

/** How many digits an authenticator app shows. */
export const CODE_LENGTH = 6;

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Told when the last digit is there, so that nobody has to press a button for a code that is complete. */
  readonly onComplete?: (code: string) => void;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** The digits of an authenticator app, typed or pasted with whatever blanks are between them. */
export function CodeField({ value, onChange, onComplete, error, inputRef }: CodeFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      ref={inputRef}
      label={t('credentials.code')}
      size="lg"
      classNames={{ input: classes['code'] ?? '' }}
      value={value}
      error={error}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      data-autofocus
      onChange={(event) => {
        const digits = event.currentTarget.value.replaceAll(/\D/g, '').slice(0, CODE_LENGTH);
        onChange(digits);
        if (digits.length === CODE_LENGTH && digits !== value) onComplete?.(digits);
      }}
    />
  );
}
