import { useTranslation } from 'react-i18next';
import { GradeLegend } from '../../../hosts/grade-forms/grade-legend.tsx';
import type { CourseGrades } from '../view/course-grades.ts';
import classes from '../class-grades.module.css';
import { CELL_SIGNS, type CellSign } from '../cells/cell-signs.ts';

/** What colours, abbreviations and signs mean, on the page that shows them (D22, D52, D64). */
export function Legend({ course: { scale, policies } }: { readonly course: CourseGrades }) {
  const { t } = useTranslation();
  const signs = Object.entries(CELL_SIGNS) as [CellSign, string][];
  return (
    <div className={classes['legend']}>
      <GradeLegend scale={scale} palette={policies.palette} />
      <dl className={classes['signs']} aria-label={t('classGrades.signs')}>
        {signs.map(([name, sign]) => (
          <div key={name}>
            <dt>{sign}</dt>
            <dd>{t(`classGrades.sign.${name}`)}</dd>
          </div>
        ))}
        <div>
          <dt className={classes['shade']} aria-hidden="true" />
          <dd>{t('classGrades.sign.shade')}</dd>
        </div>
      </dl>
    </div>
  );
}
