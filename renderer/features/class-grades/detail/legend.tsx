import { memo, useState } from 'react';
import { GradeLegend } from '../../../hosts/grade-forms/grade-legend.tsx';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import classes from '../class-grades.module.css';
import { CELL_SIGNS, type CellSign, type GradeTroubles } from '../cells/cell-signs.ts';
import { createShownSigns } from '../cells/shown-signs.ts';

interface LegendProps {
  readonly course: CourseGrades;
  readonly troubles: GradeTroubles;
}

/** What colours and abbreviations mean, and the signs that are on the page now (D22, D52, D64): one line that opens, because the pupils need the room. */
export const Legend = memo(function Legend({ course, troubles }: LegendProps) {
  const { t } = useScaleTexts();
  const { scale, policies } = course;
  const [shownSigns] = useState(createShownSigns);
  const used = shownSigns(course, troubles);
  const signs = (Object.entries(CELL_SIGNS) as [CellSign, string][]).filter(([name]) => used.has(name));
  const shades = (['shade', 'away'] as const).filter((shade) => used.has(shade));
  const hasRecovered = used.has('recovered');
  return (
    <details className={classes['legend']}>
      <summary>{t('classGrades.legend')}</summary>
      <GradeLegend scales={[scale]} palette={policies.palette} />
      {(signs.length > 0 || hasRecovered || shades.length > 0) && (
        <dl className={classes['signs']} aria-label={t('classGrades.signs')}>
          {signs.map(([name, sign]) => (
            <div key={name}>
              <dt>{sign}</dt>
              <dd>{t(`classGrades.sign.${name}`)}</dd>
            </div>
          ))}
          {hasRecovered && (
            <div>
              <dt className={classes['recovered']} aria-hidden="true">
                {t('classGrades.earlier.value')}
              </dt>
              <dd>{t('classGrades.sign.recovered')}</dd>
            </div>
          )}
          {shades.length > 0 && (
            <div>
              <dt className={classes['shade']} aria-hidden="true" />
              <dd>{shades.map((shade) => t(`classGrades.sign.${shade}`)).join('; ')}</dd>
            </div>
          )}
        </dl>
      )}
    </details>
  );
});
