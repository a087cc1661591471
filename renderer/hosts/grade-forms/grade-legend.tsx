import type { TFunction } from 'i18next';
import { EVENT_GRADES } from '../../../domain/grades/events.ts';
import {
  GRADE_SCALES,
  hasAverages,
  SCALE_LEVELS,
  type GradeScale,
  type JudgementCode,
} from '../../../domain/grades/scales.ts';
import { standingOfLevel, type Standing } from '../../../domain/grades/standing.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { standingLook, STANDINGS, type Palette } from '../../ui/grade-look/grade-look.ts';
import classes from './grade-legend.module.css';

interface GradeLegendProps {
  /** The scales of what is on the page. */
  readonly scales: readonly GradeScale[];
  readonly palette: Palette;
  /** The judgements that are on the page by their abbreviations. */
  readonly shortLevels?: readonly JudgementCode[];
}

/** What the colours, the signs and the abbreviations of a gradebook mean, on the page that shows them (D22, D52, D64). */
export function GradeLegend({ scales, palette, shortLevels }: GradeLegendProps) {
  const { t } = useScaleTexts();
  return (
    <div role="group" aria-label={t('gradeForms.legend.name')}>
      <dl className={classes['legend']}>
        {samplesOf(scales, t).map(({ standing, sample, means }) => (
          <div key={`${standing}.${sample}`}>
            <dt aria-hidden="true">
              <span className={`${classes['sample']} ${standingLook(standing, palette)}`}>{sample}</span>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
        {shortLevels?.map((level) => (
          <div key={level}>
            <dt>{t(`grade.short.${level}`)}</dt>
            <dd>{t(`grade.level.${level}`)}</dd>
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

/** A value that stands so in one of the scales, and what that means: each once, though two scales have it. */
function samplesOf(scales: readonly GradeScale[], t: TFunction) {
  const samples = GRADE_SCALES.filter((scale) => scales.includes(scale)).flatMap((scale) =>
    STANDINGS.flatMap((standing) => {
      const sample = sampleOf(standing, scale, t);
      const means = t(`gradeForms.legend.${hasAverages(scale) ? 'tenths' : 'words'}.${standing}`);
      return sample === undefined ? [] : [{ standing, sample, means }];
    }),
  );
  return [...new Map(samples.map((one) => [`${one.standing}.${one.sample}`, one])).values()];
}

/** A value of the scale that stands so: in words the judgement that is the last to do so; undefined where the scale has none. */
function sampleOf(standing: Standing, scale: GradeScale, t: TFunction): string | undefined {
  if (hasAverages(scale)) return t(`gradeForms.legend.sample.${standing}`);
  const level = SCALE_LEVELS[scale].findLast(({ code }) => standingOfLevel(scale, code) === standing);
  return level && t(`grade.level.${level.code}`);
}
