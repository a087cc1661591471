import type { TFunction } from 'i18next';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { compareFractions, fraction, type Fraction } from '../../../domain/grades/fraction.ts';
import { SCALE_LEVELS, type GradeScale } from '../../../domain/grades/scales.ts';
import type { Proposed } from '../../../domain/kinds/proposal/record.ts';
import { readWord } from '../../views/grades/typed-word.ts';

/** What is proposed, without where it comes from. */
export type SaidProposal = Pick<Proposed, 'grade' | 'level' | 'notClassified'>;

/** The whole numbers that are proposed (D74). */
const [LOWEST, HIGHEST] = [1, 10];

/**
 * Reads a proposal as it is typed: a whole number in tenths, a judgement in a scale of words as it is typed in the gradebook, "nc" anywhere. Nothing typed is
 * nothing proposed. What is none of them is refused, never brought to what it may have meant (D46, D74).
 */
export function readProposal(
  text: string,
  scale: GradeScale,
  t: TFunction,
): Result<SaidProposal, 'unread' | 'several'> {
  const typed = text.trim();
  if (typed === '') return ok({});
  const levels = SCALE_LEVELS[scale].map(({ code }) => code);
  const meant = readWord(typed, [...levels, 'notClassified'], t);
  if (meant.length > 1) return fail('several');
  if (meant.length === 1) {
    const level = levels.find((code) => code === meant[0]);
    return ok(level ? { level } : { notClassified: true });
  }
  const grade = Number(typed);
  const isGrade = scale === 'tenths' && /^\d{1,2}$/.test(typed) && grade >= LOWEST && grade <= HIGHEST;
  return isGrade ? ok({ grade }) : fail('unread');
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
export function toStored({ numerator, denominator }: Fraction): NonNullable<Proposed['average']> {
  const common = greatestCommon(numerator, denominator);
  const [n, d] = [Number(numerator / common), Number(denominator / common)];
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

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}
