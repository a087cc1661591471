import { useState } from 'react';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { ReasonField, typedReason } from '../../../hosts/grade-forms/reason-field.tsx';
import { PupilDialog } from '../../../hosts/pupils/pupil-dialog.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { columnName } from '../cells/column-words.ts';
import classes from '../class-grades.module.css';
import type { CourseColumn } from '../view/course-columns.ts';
import type { PlannedWrite } from './planned-write.ts';
import type { Question } from './question.ts';

interface AskedDialogProps {
  readonly question: Question;
  /** How pupils are named: namesakes apart. */
  readonly nameOf: (person: Person) => string;
  /** Of the course: two tests of one day are told apart among them. */
  readonly columns: readonly CourseColumn[];
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
  columns,
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
      <Named writes={writes} nameOf={nameOf} columns={columns} />
    </FormDialog>
  );
}

/** Families have seen what is changed: why is kept with the correction (D78). */
function ReasonDialog({
  question: { writes, answer },
  nameOf,
  columns,
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
      <Named writes={writes} nameOf={nameOf} columns={columns} />
      <ReasonField value={reason} isMissing={isMissing} isFirst isSentByEnter onChange={setReason} />
    </FormDialog>
  );
}

interface NamedProps extends Pick<AskedDialogProps, 'nameOf' | 'columns'> {
  readonly writes: readonly PlannedWrite[];
}

/** Each pupil with the test and what was there, and is to be there. */
function Named({ writes, nameOf, columns }: NamedProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const testOf = (assessment: Assessment) => {
    const column = columns.find((one) => one.assessment.id === assessment.id);
    return columnName(column ?? { assessment, author: undefined }, columns, { t, format });
  };
  return (
    <ul className={classes['named']}>
      {writes.map(({ at, cell: { assessment }, pupil: { person } }) => (
        <li key={`${at.row} ${at.column}`}>
          {t('classGrades.namedChange', {
            name: nameOf(person),
            test: testOf(assessment),
            old: at.old === '' ? '–' : at.old,
            next: at.next === '' ? t('classGrades.cleared') : at.next,
          })}
        </li>
      ))}
    </ul>
  );
}
