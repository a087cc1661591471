import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconHandFinger, IconListDetails } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../class-hour.module.css';

/** Height of the rows: compact for mouse and keyboard, large for fingers and interactive boards. */
export type Density = 'dense' | 'touch';

/** The density chosen on this device, and the way to change it. */
export function useDensity(): readonly [density: Density, change: (density: Density) => void] {
  const [density, change] = useLocalStorage<Density>({ key: 'campanella.density', defaultValue: 'dense' });
  return [density, change];
}

interface DensitySwitchProps {
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
}

/** Switches between compact rows and rows for fingers. */
export function DensitySwitch({ density, onDensity }: DensitySwitchProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('classHour.roll.density')}
      value={density}
      onChange={(value) => onDensity(value === 'touch' ? 'touch' : 'dense')}
      data={[
        {
          value: 'dense',
          label: <Label icon={<IconListDetails size={16} />} text={t('classHour.roll.dense')} />,
        },
        {
          value: 'touch',
          label: <Label icon={<IconHandFinger size={16} />} text={t('classHour.roll.touch')} />,
        },
      ]}
    />
  );
}

function Label({ icon, text }: { readonly icon: ReactNode; readonly text: string }) {
  return (
    <span className={classes['density']} title={text}>
      {icon}
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}
