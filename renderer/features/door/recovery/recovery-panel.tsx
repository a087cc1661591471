import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstalledSchool } from '../../../../domain/school-config.ts';
import { DoorHeading } from '../frame/door-heading.tsx';
import { EmailRecovery } from './email-recovery.tsx';
import { NameRecovery } from './name-recovery.tsx';
import type { Recover } from '../verbs/door-verbs.ts';

interface RecoveryPanelProps {
  readonly school: InstalledSchool;
  /** What was typed as username before. */
  readonly typed: string;
  readonly onRecover: Recover;
}

const MODES = ['byName', 'byEmail'] as const;
type Mode = (typeof MODES)[number];

/** A forgotten password, in both modes: by the linked address (S16), or by username or school pass (S18, S19). */
export function RecoveryPanel({ school, typed, onRecover }: RecoveryPanelProps) {
  const { t } = useTranslation();
  const isAddress = typed.includes('@');
  const [mode, setMode] = useState<Mode>(isAddress ? 'byEmail' : 'byName');
  return (
    <>
      <DoorHeading>{t('door.recovery.title')}</DoorHeading>
      <SegmentedControl
        fullWidth
        aria-label={t('door.recovery.title')}
        value={mode}
        onChange={(value) => setMode(MODES.find((each) => each === value) ?? 'byName')}
        data={MODES.map((each) => ({ value: each, label: t(`door.recovery.${each}`) }))}
      />
      {mode === 'byEmail' ? (
        <EmailRecovery school={school} typed={isAddress ? typed : ''} onRecover={onRecover} />
      ) : (
        <NameRecovery school={school} typed={isAddress ? '' : typed} onRecover={onRecover} />
      )}
    </>
  );
}
