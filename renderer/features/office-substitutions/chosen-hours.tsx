import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/base/ids.ts';
import { useFormat } from '../../i18n/format.ts';
import classes from './substitutions.module.css';
import { TeacherSelect } from './teacher-select.tsx';
import { freeTeachers, type AwayHour, type SubstitutionsOfDay } from './view.ts';

interface ChosenHoursProps {
  readonly rows: readonly AwayHour[];
  readonly ofDay: SubstitutionsOfDay;
  readonly away: ReadonlySet<PersonId>;
  readonly onAssign: (teacher: PersonId, done: string) => void;
  readonly onClear: () => void;
}

/** Gives the chosen hours to one person, in one act (D208): who is free in all of them. */
export function ChosenHours({ rows, ofDay, away, onAssign, onClear }: ChosenHoursProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = [...new Set(rows.map(({ planned }) => planned.hour))].map((hour) => format.hour(hour));
  return (
    <div className={classes['chosen']} role="group" aria-label={t('substitutions.chosenLabel')}>
      <span>{t('substitutions.chosen', { count: rows.length })}</span>
      <TeacherSelect
        label={t('substitutions.freeInAll', { count: rows.length })}
        free={freeTeachers(ofDay, rows, away)}
        onChoose={(teacher, name) =>
          onAssign(
            teacher,
            t('substitutions.assignedAll', { name, hours: hours.join(', '), count: rows.length }),
          )
        }
      />
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        {t('substitutions.clear')}
      </Button>
    </div>
  );
}
