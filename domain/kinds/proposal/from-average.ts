import { averageOfYear, type AverageWay, type YearBasis } from '../../grades/averages.ts';
import type { CountedGrade } from '../../grades/counted-grades.ts';
import { compareFractions, fraction, lowestTerms, type Fraction } from '../../grades/fraction.ts';
import {
  FINAL_SCALES,
  proposedGrade,
  religionFromNumbers,
  type ProposalRounding,
} from '../../grades/proposals.ts';
import { hasAverages, type GradeScale } from '../../grades/scales.ts';
import { isBehaviour, isCivics, type Subject } from '../subject/record.ts';
import type { Proposed } from './record.ts';

/** What is proposed, without where it comes from. */
export type SaidProposal = Pick<Proposed, 'grade' | 'level' | 'notClassified'>;

/** What a proposal stands on: its period, or in the last one what the school has chosen (D60). */
export type ProposalBasis = 'period' | YearBasis;

/** What the proposals of a period stand on. */
export function proposalBasis(
  period: number,
  of: { readonly periods: number; readonly yearBasis: YearBasis },
): ProposalBasis {
  return period > 0 && period === of.periods - 1 ? of.yearBasis : 'period';
}

/**
 * The average that a proposal stands on, exact, and of how many grades (D60); undefined where nothing counts.
 *
 * @param periods what counts in each period up to that of the proposal, in their order
 */
export function averageByBasis(
  periods: readonly (readonly CountedGrade[])[],
  basis: ProposalBasis,
  way: AverageWay,
): { readonly average: Fraction; readonly count: number } | undefined {
  const isOfYear = basis === 'wholeYear' || basis === 'meanOfPeriods';
  const counted = isOfYear ? periods : periods.slice(-1);
  const average = averageOfYear(counted, isOfYear ? basis : 'lastPeriod', way);
  return average && { average, count: counted.flat().length };
}

/** What an average comes to in the final scale of a course (D69, D71, D73): its teacher confirms it, or writes another. */
export function prefillFor(
  { scale, subject }: { readonly scale: GradeScale; readonly subject: Pick<Subject, 'name' | 'special'> },
  average: Fraction,
  rounding: ProposalRounding,
): SaidProposal {
  if (scale === 'religion') return { level: religionFromNumbers(average, rounding) };
  const final = isCivics(subject) ? 'civics' : isBehaviour(subject) ? 'behaviour' : 'subject';
  return { grade: proposedGrade(average, FINAL_SCALES[final], rounding) };
}

/** What a proposal says, without where it came from. */
export function saidOf({ origin: _origin, average: _average, ...said }: Proposed): SaidProposal {
  return said;
}

/** Whether two proposals say the same, wherever they come from. */
export function isSameSaid(a: SaidProposal, b: SaidProposal): boolean {
  return a.grade === b.grade && a.level === b.level && a.notClassified === b.notClassified;
}

/** What is written down of a proposal: that it is the average’s where it is what the average comes to, and the average of now beside it, exact (D73). */
export function toProposed(
  said: SaidProposal,
  { average, prefill }: { readonly average?: Fraction; readonly prefill?: SaidProposal },
): Proposed {
  if (Object.keys(said).length === 0) return {};
  return {
    ...said,
    origin: prefill && isSameSaid(said, prefill) ? 'average' : 'own',
    ...(average ? { average: toStored(average) } : {}),
  };
}

/** How finely an average is divided where its own whole numbers are too large for a record: finer than any rounding asks. */
const FINEST = 10n ** 14n;

/**
 * An average as a record holds it: in its lowest terms. Where those are no whole numbers that are held exactly, the middle between the two neighbouring parts
 * of {@link FINEST}, between which it lies: whatever it is rounded to or compared with, it comes to the same (D57, D73).
 */
export function toStored(average: Fraction): NonNullable<Proposed['average']> {
  const { numerator, denominator } = lowestTerms(average);
  const [n, d] = [Number(numerator), Number(denominator)];
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return { numerator: n, denominator: d };
  const below = (numerator * FINEST) / denominator;
  return { numerator: Number(2n * below + 1n), denominator: Number(2n * FINEST) };
}

/** Whether an average is still the one that is written beside a proposal. */
export function isSameAverage(stored: NonNullable<Proposed['average']>, average: Fraction): boolean {
  const now = toStored(average);
  const then = fraction(stored.numerator, stored.denominator);
  return compareFractions(then, fraction(now.numerator, now.denominator)) === 0;
}

/**
 * Whether the marks come to something else than the author of a proposal saw beside it (D73): the same number is confirmed anew then. What words come to is
 * reckoned for those alone who ask for it (D71): for nobody else it moves.
 */
export function hasMoved(
  { own, average }: { readonly own?: Proposed; readonly average?: Fraction },
  scale: GradeScale,
): boolean {
  if (!own?.average) return false;
  return average ? !isSameAverage(own.average, average) : hasAverages(scale);
}
