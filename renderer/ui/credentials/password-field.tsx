import { PasswordInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface PasswordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string;
  readonly error?: string | undefined;
  /** The error is of what was just sent: read out when it appears, since the focus may be in this very field already. */
  readonly urgent?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly autoComplete?: 'current-password' | 'new-password' | 'off';
  readonly size?: 'sm' | 'md';
  /** Takes the focus where its dialog opens. */
  readonly first?: boolean;
}

/** A password, with a button that shows it and a hint while the capitals are locked. */
export function PasswordField({
  value,
  onChange,
  label,
  error,
  urgent = false,
  inputRef,
  autoComplete = 'current-password',
  size = 'md',
  first = true,
}: PasswordFieldProps) {
  const { t } = useTranslation();
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapitals = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <PasswordInput
      ref={inputRef}
      label={label ?? t('credentials.password')}
      description={capsLock ? t('credentials.capsLock') : undefined}
      descriptionProps={{ role: 'status', style: { color: 'var(--cp-warn)' } }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      size={size}
      value={value}
      error={error}
      // Unlike other fields this one does not say by itself that it is wrong.
      aria-invalid={error === undefined ? undefined : true}
      errorProps={urgent ? { role: 'alert' } : {}}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': visible ? t('credentials.hidePassword') : t('credentials.showPassword'),
        tabIndex: 0,
      }}
      visibilityToggleIcon={Eye}
      autoComplete={autoComplete}
      data-autofocus={first || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyUp={watchCapitals}
      onKeyDown={watchCapitals}
      onBlur={() => setCapsLock(false)}
    />
  );
}

function Eye({ reveal }: { readonly reveal: boolean }) {
  return reveal ? <IconEyeOff size={18} stroke={1.6} /> : <IconEye size={18} stroke={1.6} />;
}
