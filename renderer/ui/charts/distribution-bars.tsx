import { useId } from 'react';
import { ChartFrame } from './chart-frame.tsx';
import classes from './charts.module.css';
import type { ChartWords } from './drawing.tsx';
import { countTicks, placeOf } from './scale.ts';

/** How many there are of one thing. */
export interface Bar {
  readonly label: string;
  readonly count: number;
  /** Drawn hatched, so that it is told apart without a colour: what is not sufficient. */
  readonly isLow?: boolean;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly numberText: (count: number) => string;
}

const WIDTH = 420;
const HEIGHT = 190;
const LEFT = 30;
const TOP = 18;
const BOTTOM = 166;

/** How the marks of a test, or the averages of a course, are spread: a bar each, with its number above (D64: read without colour). */
export function DistributionBars({ bars, numberText, ...words }: BarsProps & ChartWords) {
  const rows = bars.map(({ label, count }) => ({ id: label, label, text: numberText(count) }));
  return (
    <ChartFrame {...words} rows={rows} size={[WIDTH, HEIGHT]}>
      <Bars bars={bars} numberText={numberText} />
    </ChartFrame>
  );
}

/** The bars themselves; what they are hatched with is their own, as nothing is drawn with what stands on a page that is not. */
function Bars({ bars, numberText }: BarsProps) {
  const hatch = useId();
  const ticks = countTicks(Math.max(0, ...bars.map(({ count }) => count)));
  const counts = { from: 0, to: ticks.at(-1) ?? 1 };
  const heightOf = (count: number) => placeOf(count, counts, { from: BOTTOM, to: TOP });
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  return (
    <>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className={classes['hatchGround']} />
          <line x1="0" y1="0" x2="0" y2="6" className={classes['hatchLine']} />
        </pattern>
      </defs>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH} y1={heightOf(tick)} y2={heightOf(tick)} className={classes['line']} />
          <text x={LEFT - 6} y={heightOf(tick) + 4} textAnchor="end" className={classes['axis']}>
            {numberText(tick)}
          </text>
        </g>
      ))}
      {bars.map(({ label, count, isLow = false }, index) => {
        const left = LEFT + index * step;
        const top = heightOf(count);
        return (
          <g key={label}>
            <rect
              x={left + step * 0.15}
              y={top}
              width={step * 0.7}
              height={BOTTOM - top}
              className={classes[isLow ? 'low' : 'bar']}
              {...(isLow ? { fill: `url(#${hatch})` } : {})}
            />
            {count > 0 && (
              <text x={left + step / 2} y={top - 5} textAnchor="middle" className={classes['value']}>
                {numberText(count)}
              </text>
            )}
            <text x={left + step / 2} y={BOTTOM + 16} textAnchor="middle" className={classes['axis']}>
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
}
