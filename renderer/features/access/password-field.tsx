import { PasswordInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface PasswordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** The password, with a button that shows it and a hint while the capitals are locked. */
export function PasswordField({ value, onChange, error, inputRef }: PasswordFieldProps) {
  const { t } = useTranslation();
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapitals = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <PasswordInput
      ref={inputRef}
      label={t('access.password')}
      description={capsLock ? t('access.capsLock') : undefined}
      descriptionProps={{ role: 'status', style: { color: 'var(--cp-warn)' } }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      size="md"
      value={value}
      error={error}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': visible ? t('access.hidePassword') : t('access.showPassword'),
        tabIndex: 0,
      }}
      visibilityToggleIcon={Eye}
      autoComplete="current-password"
      data-autofocus
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
