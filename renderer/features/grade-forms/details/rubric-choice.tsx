import { Button, Group, Radio } from '@mantine/core';
import { writeGrade, type ChosenSteps } from '../../../../domain/grades/notation.ts';
import { numberOfGrade, pointsOfRubric } from '../../../../domain/kinds/grade/as-entry.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { pointsText } from '../../../kinds/assessed/points.ts';
import type { GradeDraft } from './grade-draft.ts';
import classes from '../grade-forms.module.css';

interface RubricChoiceProps {
  readonly assessment: Pick<Assessment, 'rubric'>;
  readonly grading: ChosenSteps;
  readonly chosen: GradeDraft['rubric'];
  readonly error: string | undefined;
  readonly onChange: (chosen: GradeDraft['rubric']) => void;
}

/** The level of each criterion of a rubric, and what they come to (D54). */
export function RubricChoice({ assessment, grading, chosen, error, onChange }: RubricChoiceProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { rubric } = assessment;
  if (!rubric) return null;
  const value = { rubric: Object.entries(chosen).map(([criterion, level]) => ({ criterion, level })) };
  const filled = pointsOfRubric(assessment, value);
  const number = numberOfGrade(assessment, value, grading);
  const isBegun = value.rubric.length > 0;
  return (
    <div role="group" aria-label={t('gradeForms.rubric.name')} className={classes['lines']}>
      {rubric.criteria.map(({ id, name, levels }, index) => (
        <Radio.Group
          key={id}
          name={index === 0 ? 'rubric' : `rubric.${id}`}
          label={name}
          value={chosen[id] === undefined ? null : String(chosen[id])}
          onChange={(level) => onChange({ ...chosen, [id]: Number(level) })}
        >
          <Group gap="6px 14px" mt={4}>
            {[...levels.entries()].map(([at, level]) => (
              // Pupils have a level by its place.
              <Radio
                key={at}
                value={String(at)}
                label={t('gradeForms.rubric.choice', {
                  name: level.name,
                  points: pointsText(level.points, { format }),
                })}
              />
            ))}
          </Group>
        </Radio.Group>
      ))}
      <p role="status" className={classes['lead']}>
        {filled
          ? t(number === undefined ? 'gradeForms.rubric.total' : 'gradeForms.rubric.totalGrade', {
              points: pointsText(filled.score, { format }),
              maximum: pointsText(filled.maximum, { format }),
              grade: number === undefined ? '' : writeGrade(number),
            })
          : t('gradeForms.rubric.notFull')}
      </p>
      {error !== undefined && (
        <p role="alert" className={classes['fault']}>
          {error}
        </p>
      )}
      {isBegun && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange({})}>
            {t('gradeForms.rubric.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}
