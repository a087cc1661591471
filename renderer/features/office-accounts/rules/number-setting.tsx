import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface NumberSettingProps {
  readonly label: string;
  readonly text?: string;
  readonly value: number | undefined;
  readonly least: number;
  readonly most: number;
  /** What holds where nothing is said; without it something has to be. */
  readonly otherwise?: string;
  readonly onChange: (value: number | undefined) => void;
}

/** A number that the office decides; an empty field says what holds then. */
export function NumberSetting(props: NumberSettingProps) {
  const { label, text, value, least, most, otherwise, onChange } = props;
  const { t } = useTranslation();
  return (
    <NumberInput
      label={label}
      {...(text === undefined ? {} : { description: text })}
      placeholder={otherwise ?? t('accounts.attendance.needed')}
      value={value ?? ''}
      min={least}
      max={most}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      hideControls
      onChange={(typed) => {
        if (typed !== '') onChange(Number(typed));
        else if (otherwise !== undefined) onChange(undefined);
      }}
    />
  );
}
