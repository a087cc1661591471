import { useState } from 'react';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { ReasonField, typedReason } from '../../../hosts/grade-forms/reason-field.tsx';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import classes from '../class-grades.module.css';
import type { PlannedWrite } from './planned-write.ts';
import type { Question } from './question.ts';

interface AskedDialogProps {
  readonly question: Question;
  /** How pupils are named: namesakes apart. */
  readonly nameOf: (person: Person) => string;
  /** Told when it is answered or given up: the focus goes back into the grid. */
  readonly onClosed: () => void;
}

/** What is asked before cells are written: given up, they are not. */
export function AskedDialog({ question, ...props }: AskedDialogProps) {
  return question.about === 'absent' ? (
    <AbsentDialog question={question} {...props} />
  ) : (
    <ReasonDialog question={question} {...props} />
  );
}

/** Pupils who were absent have a grade of that day: named once, all together (D49). */
function AbsentDialog({
  question: { writes, answer },
  nameOf,
  onClosed,
}: AskedDialogProps & { readonly question: Extract<Question, { about: 'absent' }> }) {
  const { t } = useScaleTexts();
  const end = (confirmed: boolean) => {
    answer(confirmed);
    onClosed();
  };
  return (
    <FormDialog
      frame={PupilDialog}
      title={t('classGrades.absentTitle')}
      confirm={t('classGrades.absentConfirm', { count: writes.length })}
      onSubmit={() => end(true)}
      onClose={() => end(false)}
    >
      {/* Whoever goes on typing neither confirms nor gives up anything unseen. */}
      <p className={classes['explained']} tabIndex={-1} data-autofocus="">
        {t('classGrades.absentText', { count: writes.length })}
      </p>
      <Named writes={writes} nameOf={nameOf} />
    </FormDialog>
  );
}

/** Families have seen what is changed: why is kept with the correction (D78). */
function ReasonDialog({
  question: { writes, answer },
  nameOf,
  onClosed,
}: AskedDialogProps & { readonly question: Extract<Question, { about: 'reason' }> }) {
  const { t } = useScaleTexts();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const end = (given: string | undefined) => {
    answer(given);
    onClosed();
  };
  const submit = () => {
    const given = typedReason(reason).reason;
    if (given === undefined) setMissing(true);
    else end(given);
  };
  return (
    <FormDialog
      frame={PupilDialog}
      title={t('classGrades.reasonTitle')}
      confirm={t('classGrades.reasonConfirm')}
      onSubmit={submit}
      onClose={() => end(undefined)}
    >
      <Named writes={writes} nameOf={nameOf} />
      <ReasonField value={reason} isMissing={isMissing} isFirst isSentByEnter onChange={setReason} />
    </FormDialog>
  );
}

/** Each pupil with the day and what was there, and is to be there. */
function Named({
  writes,
  nameOf,
}: Pick<AskedDialogProps, 'nameOf'> & { readonly writes: readonly PlannedWrite[] }) {
  const { t } = useScaleTexts();
  const format = useFormat();
  return (
    <ul className={classes['named']}>
      {writes.map(({ at, cell: { assessment }, pupil: { person } }) => (
        <li key={`${at.row} ${at.column}`}>
          {t('classGrades.namedChange', {
            name: nameOf(person),
            day: format.shortDay(assessment.day),
            old: at.old === '' ? '–' : at.old,
            next: at.next === '' ? t('classGrades.cleared') : at.next,
          })}
        </li>
      ))}
    </ul>
  );
}
