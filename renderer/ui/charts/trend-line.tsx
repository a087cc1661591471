import { useTranslation } from 'react-i18next';
import { ChartFrame } from './chart-frame.tsx';
import classes from './charts.module.css';
import type { ChartWords } from './drawing.tsx';
import { placeOf, type Span } from './scale.ts';

/** One of the values, in the order of time. */
export interface TrendPoint {
  readonly id: string;
  /** When. */
  readonly label: string;
  readonly value: number;
  /** The value as the page writes it. */
  readonly text: string;
  /** Drawn hollow: it is not in the average. */
  readonly isHollow?: boolean;
}

interface Trend {
  readonly points: readonly TrendPoint[];
  /** Which values there may be. */
  readonly span: Span;
  /** What is sufficient: a line across. */
  readonly threshold: number;
  readonly numberText: (value: number) => string;
}

interface TrendLineProps extends ChartWords, Trend {
  /** What goes on paper, where that is not the same. */
  readonly onPaper: Pick<TrendLineProps, 'points' | 'summary'>;
}

const WIDTH = 420;
const HEIGHT = 190;
const LEFT = 30;
const RIGHT = 386;
const TOP = 18;
const BOTTOM = 160;
/** More labels than these stand over one another. */
const LABELS = 7;
const LINES = [2, 4, 6, 8, 10];

/** How the marks of a pupil went on: a point each with its text, and a line across at what is sufficient. */
export function TrendLine({ points, span, threshold, numberText, onPaper, ...frame }: TrendLineProps) {
  const of = { span, threshold, numberText };
  const paper = {
    summary: onPaper.summary,
    rows: onPaper.points,
    children: <Line {...of} points={onPaper.points} />,
  };
  return (
    <ChartFrame {...frame} rows={points} size={[WIDTH, HEIGHT]} onPaper={paper}>
      <Line {...of} points={points} />
    </ChartFrame>
  );
}

function Line({ points, span, threshold, numberText }: Trend) {
  const { t } = useTranslation();
  const xOf = (index: number) =>
    placeOf(index, { from: 0, to: Math.max(1, points.length - 1) }, { from: LEFT + 16, to: RIGHT });
  const yOf = (value: number) => placeOf(value, span, { from: BOTTOM, to: TOP });
  const every = Math.ceil(points.length / LABELS);
  const path = points
    .flatMap(({ value, isHollow = false }, index) => (isHollow ? [] : [`${xOf(index)},${yOf(value)}`]))
    .join(' ');
  return (
    <>
      {LINES.map((line) => (
        <g key={line}>
          <line
            x1={LEFT}
            x2={WIDTH}
            y1={yOf(line)}
            y2={yOf(line)}
            className={classes[line === threshold ? 'threshold' : 'line']}
          />
          <text x={LEFT - 6} y={yOf(line) + 4} textAnchor="end" className={classes['axis']}>
            {numberText(line)}
          </text>
        </g>
      ))}
      <text x={WIDTH} y={yOf(threshold) + 12} textAnchor="end" className={classes['axis']}>
        {t('charts.threshold')}
      </text>
      <polyline points={path} className={classes['trend']} />
      {points.map(({ id, label, value, text, isHollow = false }, index) => (
        <g key={id}>
          <circle
            cx={xOf(index)}
            cy={yOf(value)}
            r="4"
            className={classes[isHollow ? 'hollow' : value < threshold ? 'pointLow' : 'point']}
          />
          {points.length <= 2 * LABELS && (
            <text x={xOf(index)} y={yOf(value) - 8} textAnchor="middle" className={classes['value']}>
              {text}
            </text>
          )}
          {index % every === 0 && (
            <text x={xOf(index)} y={BOTTOM + 20} textAnchor="middle" className={classes['axis']}>
              {label}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
