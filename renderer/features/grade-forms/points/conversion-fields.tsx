import { Button, Select, TextInput } from '@mantine/core';
import { writeGrade } from '../../../../domain/grades/notation.ts';
import { standingOfGrade } from '../../../../domain/grades/standing.ts';
import type { GradingPolicies } from '../../../../domain/kinds/school/grading-policies.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { standingLook } from '../../../ui/grade-look/grade-look.ts';
import { pointsText } from '../../../kinds/assessed/points.ts';
import { AddMore } from '../add-more.tsx';
import { LIMITS } from '../limits.ts';
import {
  CONVERSION_WAYS,
  previewRows,
  readConversion,
  type ConversionDraft,
  type CornerDraft,
} from './conversion-draft.ts';
import classes from '../grade-forms.module.css';

interface ConversionFieldsProps {
  readonly draft: ConversionDraft;
  /** What the points come to at most, in hundredths; undefined while nobody has said it. */
  readonly maximum: number | undefined;
  readonly grading: GradingPolicies | undefined;
  readonly fault: string | undefined;
  readonly onChange: (draft: ConversionDraft) => void;
}

/** How points become a grade, with what it makes of them (D53). */
export function ConversionFields({ draft, maximum, grading, fault, onChange }: ConversionFieldsProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const read = readConversion(draft);
  const rows =
    read.ok && read.value && maximum !== undefined ? previewRows(read.value, maximum, grading) : [];
  const change = (changes: Partial<ConversionDraft>) => onChange({ ...draft, ...changes });
  return (
    <>
      <div className={classes['pair']}>
        <Select
          data-field="conversion"
          label={t('gradeForms.conversion.label')}
          allowDeselect={false}
          data={CONVERSION_WAYS.map((way) => ({ value: way, label: t(`gradeForms.conversion.way.${way}`) }))}
          value={draft.way}
          error={draft.way === 'none' ? fault : undefined}
          description={t(`gradeForms.conversion.about.${draft.way}`)}
          onChange={(value) => change({ way: CONVERSION_WAYS.find((way) => way === value) ?? 'none' })}
        />
        {draft.way === 'linear' && (
          <TextInput
            label={t('gradeForms.conversion.lowest')}
            value={draft.lowest}
            error={fault}
            autoComplete="off"
            onChange={(event) => change({ lowest: event.currentTarget.value })}
          />
        )}
      </div>
      {draft.way === 'pieces' && (
        <Corners corners={draft.corners} fault={fault} onChange={(corners) => change({ corners })} />
      )}
      {rows.length > 0 && (
        <ul className={classes['preview']} aria-label={t('gradeForms.conversion.preview')}>
          {rows.map(({ percent, points, quarters }) => (
            <li key={percent}>
              <small>{t('gradeForms.conversion.points', { points: pointsText(points, { format }) })}</small>
              <span className={standingLook(standingOfGrade(quarters), grading?.palette)}>
                {writeGrade(quarters)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface CornersProps {
  readonly corners: readonly CornerDraft[];
  readonly fault: string | undefined;
  readonly onChange: (corners: readonly CornerDraft[]) => void;
}

/** The corners of a conversion by pieces; the first and the last are of none and of all of the points. */
function Corners({ corners, fault, onChange }: CornersProps) {
  const { t } = useScaleTexts();
  const change = (at: number, changes: Partial<CornerDraft>) =>
    onChange(corners.map((corner, index) => (index === at ? { ...corner, ...changes } : corner)));
  const isFixed = (at: number) => at === 0 || at === corners.length - 1;
  return (
    <div role="group" aria-label={t('gradeForms.conversion.corners')} className={classes['lines']}>
      {[...corners.entries()].map(([at, { percent, grade }]) => (
        // A corner has no name but its place.
        <div key={at} className={classes['corner']}>
          <TextInput
            w="7rem"
            label={t('gradeForms.conversion.percent', { number: at + 1 })}
            value={percent}
            readOnly={isFixed(at)}
            inputMode="numeric"
            autoComplete="off"
            onChange={(event) => change(at, { percent: event.currentTarget.value })}
          />
          <TextInput
            w="7rem"
            label={t('gradeForms.conversion.grade', { number: at + 1 })}
            value={grade}
            autoComplete="off"
            onChange={(event) => change(at, { grade: event.currentTarget.value })}
          />
          {!isFixed(at) && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('gradeForms.conversion.removeCorner', { number: at + 1 })}
              onClick={() => onChange(corners.filter((_, index) => index !== at))}
            >
              {t('gradeForms.remove')}
            </Button>
          )}
        </div>
      ))}
      {fault !== undefined && (
        <p role="alert" className={classes['fault']}>
          {fault}
        </p>
      )}
      <AddMore
        label={t('gradeForms.conversion.addCorner')}
        count={corners.length}
        most={LIMITS.corners}
        onAdd={() => onChange([...corners.slice(0, -1), { percent: '', grade: '' }, ...corners.slice(-1)])}
      />
    </div>
  );
}
