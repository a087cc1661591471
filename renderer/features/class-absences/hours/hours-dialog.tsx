import { useTranslation } from 'react-i18next';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import type { ClassHours, PupilWithHours } from '../../../views/absence-hours/class-hours.ts';
import { HoursExplained } from './hours-explained.tsx';

interface HoursDialogProps {
  readonly of: PupilWithHours;
  /** As the list names the pupil. */
  readonly name: string;
  readonly shown: ClassHours;
  readonly onClose: () => void;
}

/** A pupil's hours, explained. */
export function HoursDialog({ of, name, shown, onClose }: HoursDialogProps) {
  const { t } = useTranslation();
  return (
    <PupilDialog
      opened
      onClose={onClose}
      size="lg"
      title={t('classAbsences.hours.of', { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <HoursExplained of={of} shown={shown} />
    </PupilDialog>
  );
}
