import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ASSESSMENT_TYPES, type AssessmentType } from '../../../domain/grades/assessment-types.ts';
import { reaches } from '../../../domain/grades/averages.ts';
import { writeGrade } from '../../../domain/grades/notation.ts';
import { SUFFICIENT_TENTHS } from '../../../domain/grades/standing.ts';
import type { Grading } from '../../../domain/kinds/school/grading-policies.ts';
import { useFormat } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import type { PeriodMarks } from '../../views/grades/course-marks.ts';
import { gradeRulesOf } from '../../views/grades/typed-mark.ts';
import { averageText } from '../../views/grades/written-average.ts';
import classes from './pupil-grades.module.css';
import { neededMark, readSupposed, supposedAverage } from './supposed-marks.ts';

interface WhatIfProps {
  readonly subject: string;
  readonly of: PeriodMarks;
  readonly grading: Grading;
}

/** What the average would be with marks that are typed here, and which mark it takes: a calculation, of which nothing is kept. */
export function WhatIf({ subject, of: { counted, average }, grading }: WhatIfProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const [text, setText] = useState('');
  const [type, setType] = useState<AssessmentType>('oral');
  const way = grading.average;
  const rules = gradeRulesOf(grading);
  const marks = readSupposed(text, { rules });
  const needed = neededMark({ counted, way, rules, type });
  const isEnough = average !== undefined && reaches(average, SUFFICIENT_TENTHS);
  const exact =
    marks.ok && marks.value.length > 0 ? supposedAverage(marks.value, { counted, way, type }) : undefined;
  const shown = (value: typeof average) => averageText(value, grading, { t, format });
  return (
    <details className={classes['fold']}>
      <summary>{t('pupilGrades.whatIf.title')}</summary>
      <div className={classes['whatIf']}>
        <TextInput
          size="xs"
          label={t('pupilGrades.whatIf.marks', { subject })}
          description={t('pupilGrades.whatIf.help')}
          value={text}
          error={marks.ok ? undefined : t('pupilGrades.whatIf.unread', { text: marks.failure })}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {way === 'ofTypes' && (
          <Select
            size="xs"
            label={t('pupilGrades.whatIf.type')}
            allowDeselect={false}
            value={type}
            data={ASSESSMENT_TYPES.map((each) => ({ value: each, label: t(`assessment.type.${each}`) }))}
            onChange={(value) => setType(ASSESSMENT_TYPES.find((each) => each === value) ?? type)}
          />
        )}
        <p role="status" className={classes['answer']}>
          {exact
            ? t('pupilGrades.whatIf.average', { average: shown(exact), now: shown(average) })
            : needed === undefined
              ? t('pupilGrades.whatIf.neededNone')
              : t(isEnough ? 'pupilGrades.whatIf.kept' : 'pupilGrades.whatIf.needed', {
                  mark: writeGrade(needed),
                })}
        </p>
      </div>
    </details>
  );
}
