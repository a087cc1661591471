import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toClassId, type ClassId, type LocalDate } from '../../../../domain/base/ids.ts';
import { addDays, parseLocalDate } from '../../../../domain/base/local-date.ts';
import type { Result } from '../../../../domain/base/result.ts';
import type { ApiFailure } from '../../../data/api/api-request.ts';
import { classLabel } from '../../../i18n/class-label.ts';
import { classOptions } from '../../../i18n/class-options.ts';
import { DayField } from '../../../ui/day-field/day-field.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import type { TermRow } from '../view/terms.ts';

/** So long the meetings of a school go on, where nothing else is said. */
const MEETING_DAYS = 14;

/** What is decided on the grades of a period. */
export type TermAct = 'freeze' | 'unfreeze' | 'hold';

/** For which class, and until which day: families see nothing, or the council reads all. Undefined: for the whole school, and without an end or not any more. */
export interface DecidedTerm {
  readonly schoolClass: ClassId | undefined;
  readonly until: LocalDate | undefined;
}

interface TermDialogProps {
  readonly row: TermRow;
  readonly act: TermAct;
  readonly today: LocalDate;
  readonly onAct: (decided: DecidedTerm) => Promise<Result<unknown, ApiFailure>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for which classes a period is closed or opened for grades, or until when families see nothing of them. */
export function TermDialog({ row, act, today, onAct, onDone, onClose }: TermDialogProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [chosen, setChosen] = useState('');
  const [until, setUntil] = useState<string>(act === 'freeze' ? addDays(today, MEETING_DAYS) : '');
  const [fault, setFault] = useState<string>();
  const { classes, period } = row;
  const submit = async () => {
    const day = parseLocalDate(until);
    if (until !== '' && day === undefined) return setFault(t('accounts.years.terms.noDay'));
    if (act === 'hold' && day !== undefined && day <= today)
      return setFault(t('accounts.years.terms.pastDay'));
    const schoolClass = chosen === '' ? undefined : toClassId(chosen);
    const result = await attempt.run(() => onAct({ schoolClass, until: day }));
    if (result.ok) onDone();
    return undefined;
  };
  const ofClasses = classOptions(
    classes,
    (schoolClass) => ({ value: schoolClass.id, label: classLabel(schoolClass, classes, t) }),
    t,
  );
  return (
    <FormDialog
      title={t(`accounts.years.terms.title.${act}`, { name: period.name })}
      confirm={t(`accounts.years.terms.confirm.${act}`)}
      isHard={act === 'freeze'}
      busy={attempt.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t(`accounts.years.terms.text.${act}`)}</p>
      <Select
        label={t('accounts.years.terms.for')}
        data={[{ value: '', label: t('accounts.years.terms.school') }, ...ofClasses]}
        value={chosen}
        allowDeselect={false}
        searchable
        onChange={(value) => setChosen(value ?? '')}
      />
      {act !== 'unfreeze' && (
        <DayField
          label={t(`accounts.years.terms.until.${act}`)}
          description={t(`accounts.years.terms.untilText.${act}`)}
          value={until}
          today={today}
          error={fault}
          isClearable
          onChange={(day) => {
            setFault(undefined);
            setUntil(day);
          }}
        />
      )}
      <FailureNotice attempt={attempt} />
    </FormDialog>
  );
}
