import { Checkbox, Select, TextInput } from '@mantine/core';
import { EVENT_GRADES } from '../../../../domain/grades/events.ts';
import { writeGrade } from '../../../../domain/grades/notation.ts';
import { hasAverages, SCALE_LEVELS } from '../../../../domain/grades/scales.ts';
import { numberOfGrade } from '../../../../domain/kinds/grade/as-entry.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { markInWords } from '../../../views/grades/mark-words.ts';
import { pointsText } from '../../../kinds/assessed/points.ts';
import { readMark } from '../../../views/grades/typed-mark.ts';
import type { DraftOf } from './grade-draft.ts';
import classes from '../grade-forms.module.css';

interface MarkFieldsProps {
  readonly mark: string;
  readonly of: DraftOf;
  readonly error: string | undefined;
  readonly onChange: (mark: string) => void;
}

/** The mark as it is typed in the grid, what it is read as, and what may stand in its place, in words (D45, D50, D52). */
export function MarkFields({ mark, of, error, onChange }: MarkFieldsProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { assessment, rules } = of;
  const { scale, test, rubric } = assessment;
  const read = readMark(mark, rules, { t });
  const value = read.ok ? read.value : {};
  const number = value.score === undefined ? undefined : numberOfGrade(assessment, value, rules.grading);
  const isNothing = Object.keys(value).length === 0;
  const label = test
    ? t('gradeForms.grade.score', { maximum: pointsText(test.maximum, { format }) })
    : t(`gradeForms.grade.mark.${hasAverages(scale) ? 'number' : 'level'}${rubric ? 'BesideRubric' : ''}`);
  const counts = hasAverages(scale) ? rules.grading?.unpreparedCounts : undefined;
  const [unprepared] = EVENT_GRADES;
  const short = t(`grade.short.${unprepared}`);
  return (
    <>
      <div className={classes['pair']}>
        <TextInput
          name="mark"
          data-autofocus
          label={label}
          autoComplete="off"
          value={mark}
          error={error}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={
            isNothing
              ? t('gradeForms.grade.nothing')
              : markInWords(value, { quarters: number, maximum: test?.maximum }, { t, format })
          }
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <Select
          label={t('gradeForms.grade.instead')}
          clearable
          clearButtonProps={{ 'aria-label': t('gradeForms.grade.noInstead') }}
          data={[
            ...SCALE_LEVELS[scale].map(({ code }) => ({ value: code, label: t(`grade.level.${code}`) })),
            ...EVENT_GRADES.map((event) => ({ value: event, label: t(`grade.event.${event}`) })),
          ]}
          value={value.event ?? value.level ?? null}
          onChange={(chosen) => {
            const event = EVENT_GRADES.find((each) => each === chosen);
            const level = SCALE_LEVELS[scale].find(({ code }) => code === chosen)?.code;
            onChange(event ? t(`grade.short.${event}`) : level ? t(`grade.level.${level}`) : '');
          }}
        />
      </div>
      {value.event === unprepared && counts !== undefined && (
        <Checkbox
          label={t('gradeForms.grade.countsAs', { number: writeGrade(counts) })}
          checked={value.quarters !== undefined}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? `${short} ${writeGrade(counts)}` : short)
          }
        />
      )}
    </>
  );
}
