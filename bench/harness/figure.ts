import { median, significant, spreadOf, type Spread } from './statistics.ts';
import { OURS, type FigurePlan, type Round, type Target } from './suite.ts';

/** One measured figure: medians of ours and the peer, and the median of the ratios of the single rounds with their spread. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly better: FigurePlan['better'];
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly ratio: number;
  readonly ratioSpread: Spread;
  /** Bound of the ratio; null where the target bounds our own value only, or where there is none. */
  readonly target: number | null;
  readonly targetText: string;
  /** Null where there is no target. */
  readonly met: boolean | null;
}

/** Computes a figure from all rounds. */
export function figureOf(plan: FigurePlan, rounds: readonly Round[]): Figure {
  const ours = valuesOf(plan, rounds, OURS);
  const peer = valuesOf(plan, rounds, plan.peer);
  const ratios = ours.map((value, index) => value / (peer[index] ?? Number.NaN));
  const middle = { ours: median(ours), ratio: median(ratios) };
  const { low, high } = spreadOf(ratios);
  return {
    name: plan.name,
    unit: plan.unit,
    better: plan.better,
    ours: significant(middle.ours),
    peer: significant(median(peer)),
    peerName: plan.peerName,
    ratio: significant(middle.ratio),
    ratioSpread: { low: significant(low), high: significant(high) },
    target: plan.target?.ratio ?? null,
    targetText: plan.target?.text ?? '',
    met: plan.target ? isMet(plan.better, plan.target, middle) : null,
  };
}

function valuesOf(plan: FigurePlan, rounds: readonly Round[], contestant: string): readonly number[] {
  return rounds.map((round) => {
    const value = round[plan.measure]?.[contestant];
    if (value === undefined || !Number.isFinite(value))
      throw new Error(`No value for "${plan.measure}" of ${contestant}`);
    return value;
  });
}

function isMet(
  better: FigurePlan['better'],
  target: Target,
  value: { readonly ours: number; readonly ratio: number },
): boolean {
  const keeps = (actual: number, bound: number | undefined) =>
    bound === undefined || (better === 'more' ? actual >= bound : actual <= bound);
  return keeps(value.ratio, target.ratio) && keeps(value.ours, target.absolute);
}
