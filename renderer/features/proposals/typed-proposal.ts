import type { TFunction } from 'i18next';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { TENTHS } from '../../../domain/grades/notation.ts';
import { SCALE_LEVELS, type GradeScale } from '../../../domain/grades/scales.ts';
import type { SaidProposal } from '../../../domain/kinds/proposal/from-average.ts';
import { readWord } from '../../views/grades/typed-word.ts';

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
  // Whole numbers alone are proposed (D74).
  const isWhole = /^\d{1,2}$/.test(typed) && grade >= TENTHS.lowest && grade <= TENTHS.highest;
  const isGrade = scale === 'tenths' && isWhole;
  return isGrade ? ok({ grade }) : fail('unread');
}
