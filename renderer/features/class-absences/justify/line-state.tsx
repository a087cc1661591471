import { IconAlertTriangle, IconCertificate, IconClockExclamation, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { proposesWarning } from '../../../../domain/justifications/reminders.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip, type ChipTone } from '../../../ui/marks/chip.tsx';
import type { JustifyingLine } from '../../../views/class-justifications.ts';
import classes from './justifying.module.css';

const SHOWN = ['toJustify', 'sent', 'rejected', 'validated'] as const;
const TONES: Readonly<Record<(typeof SHOWN)[number], ChipTone>> = {
  toJustify: 'warn',
  sent: 'info',
  rejected: 'danger',
  validated: 'ok',
};

interface LineStateProps {
  readonly line: JustifyingLine;
  readonly today: LocalDate;
  /** Warnings are proposed to the coordinator and the staff alone (D88). */
  readonly isToldOfWarnings: boolean;
}

/** Where a line is, and what there is to know before it is decided. */
export function LineState({ line, today, isToldOfWarnings }: LineStateProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const state = SHOWN.find((each) => each === line.state);
  const isOpen = line.open.length > 0;
  const { remindOn, proposeWarningOn } = line.reminders;
  const isProposed = isOpen && isToldOfWarnings && proposesWarning(line.reminders, today);
  // After its day nothing is proposed again: that it was is said beside the reminder.
  const proposedOn =
    isOpen && isToldOfWarnings && proposeWarningOn !== undefined && proposeWarningOn < today
      ? proposeWarningOn
      : undefined;
  return (
    <span className={classes['states']}>
      {state && <Chip tone={TONES[state]}>{t(`classAbsences.justify.states.${state}`)}</Chip>}
      {line.isPeriodClosed && <Chip icon={<IconLock />}>{t('classAbsences.justify.periodClosed')}</Chip>}
      {isOpen && line.isGreyed && <Chip>{t('classAbsences.justify.absentToday')}</Chip>}
      {isOpen && line.needsCertificate && (
        <Chip tone="warn" icon={<IconCertificate />}>
          {t('classAbsences.justify.certificate')}
        </Chip>
      )}
      {isProposed ? (
        <Chip tone="danger" icon={<IconAlertTriangle />}>
          {t('classAbsences.justify.warningToday')}
        </Chip>
      ) : (
        isOpen &&
        remindOn !== undefined &&
        remindOn <= today && (
          <Chip tone="warn" icon={<IconClockExclamation />}>
            {t('classAbsences.justify.overdue', { day: format.shortDay(remindOn) })}
          </Chip>
        )
      )}
      {proposedOn && <Chip>{t('classAbsences.justify.warning', { day: format.shortDay(proposedOn) })}</Chip>}
    </span>
  );
}
