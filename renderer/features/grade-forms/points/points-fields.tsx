import { Group, Radio, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { convertsPoints, hasAverages, type GradeScale } from '../../../../domain/grades/scales.ts';
import type { GradingPolicies } from '../../../../domain/kinds/school/grading-policies.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { ConversionFields } from './conversion-fields.tsx';
import { maximumOf, POINTS_WAYS, type PointsDraft } from './points-draft.ts';
import { RubricFields } from './rubric-fields.tsx';
import classes from '../grade-forms.module.css';

interface PointsFieldsProps {
  readonly draft: PointsDraft;
  readonly scale: GradeScale;
  /** Pupils are assessed by it already: it stays a mark, a score or a rubric. */
  readonly isFixed: boolean;
  readonly grading: GradingPolicies | undefined;
  readonly faultOf: (field: string) => string | undefined;
  readonly onChange: (changes: Partial<PointsDraft>) => void;
}

/** Whether pupils get a mark, a score or a filled rubric, and what becomes of it (D53, D54): in a scale of words nothing (D66). */
export function PointsFields({ draft, scale, isFixed, grading, faultOf, onChange }: PointsFieldsProps) {
  const { t } = useScaleTexts();
  return (
    <>
      <Radio.Group
        label={t('gradeForms.points.way')}
        {...(isFixed ? { description: t('gradeForms.points.fixed') } : {})}
        value={draft.way}
        onChange={(value) => onChange({ way: POINTS_WAYS.find((way) => way === value) ?? 'marks' })}
      >
        <Group gap="md" mt={4}>
          {POINTS_WAYS.map((way) => (
            <Radio
              key={way}
              value={way}
              disabled={isFixed && way !== draft.way}
              label={pointsWayText(way, scale, t)}
            />
          ))}
        </Group>
      </Radio.Group>
      {draft.way === 'test' && (
        <div className={classes['pair']}>
          <TextInput
            name="maximum"
            label={t('gradeForms.points.maximum')}
            description={t('gradeForms.points.aboutMaximum')}
            inputMode="decimal"
            autoComplete="off"
            required
            value={draft.maximum}
            error={faultOf('maximum')}
            onChange={(event) => onChange({ maximum: event.currentTarget.value })}
          />
        </div>
      )}
      {draft.way === 'rubric' && (
        <RubricFields draft={draft} isFixed={isFixed} faultOf={faultOf} onChange={onChange} />
      )}
      {draft.way !== 'marks' && !convertsPoints(scale) && (
        <p className={classes['lead']}>{t('gradeForms.points.noMark')}</p>
      )}
      {draft.way !== 'marks' && convertsPoints(scale) && (
        <ConversionFields
          draft={draft.conversion}
          maximum={maximumOf(draft)}
          grading={grading}
          fault={faultOf('conversion')}
          onChange={(conversion) => onChange({ conversion })}
        />
      )}
    </>
  );
}

/** What is written in a column: where marks are words, judgements. */
export function pointsWayText(way: PointsDraft['way'], scale: GradeScale, t: TFunction): string {
  return t(`gradeForms.points.ways.${way === 'marks' && !hasAverages(scale) ? 'judgements' : way}`);
}
