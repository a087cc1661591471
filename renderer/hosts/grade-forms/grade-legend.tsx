import { useTranslation } from 'react-i18next';
import { EVENT_GRADES } from '../../../domain/grades/events.ts';
import { hasAverages, type GradeScale } from '../../../domain/grades/scales.ts';
import { standingLook, STANDINGS, type Palette } from '../../ui/grade-look/grade-look.ts';
import classes from './grade-legend.module.css';

interface GradeLegendProps {
  readonly scale: GradeScale;
  readonly palette: Palette | undefined;
}

/** What the colours, the signs and the abbreviations of a gradebook mean, on the page that shows them (D22, D52, D64). */
export function GradeLegend({ scale, palette = 'green' }: GradeLegendProps) {
  const { t } = useTranslation();
  // Of words nothing is ever in an average.
  const standings = STANDINGS.filter((each) => each !== 'notCounted' || hasAverages(scale));
  return (
    <div role="group" aria-label={t('gradeForms.legend.name')}>
      <dl className={classes['legend']}>
        {standings.map((standing) => (
          <div key={standing}>
            <dt aria-hidden="true">
              <span className={`${classes['sample']} ${standingLook(standing, palette)}`}>
                {t(`gradeForms.legend.sample.${standing}`)}
              </span>
            </dt>
            <dd>{t(`gradeForms.legend.${hasAverages(scale) ? 'tenths' : 'words'}.${standing}`)}</dd>
          </div>
        ))}
        {EVENT_GRADES.map((event) => (
          <div key={event}>
            <dt>{t(`grade.short.${event}`)}</dt>
            <dd>{t(`grade.event.${event}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
