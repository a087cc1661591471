import { JUDGEMENT_CODES } from '../../../domain/grades/scales.ts';
import { objectsOf, type Words } from '../words.ts';

/** What is proposed, as a page shows it. */
export function proposedText(value: unknown, { t, format }: Pick<Words, 't' | 'format'>): string {
  const [{ grade, level, notClassified } = {}] = objectsOf([value]);
  if (typeof grade === 'number') return format.number(grade);
  const known = JUDGEMENT_CODES.find((each) => each === level);
  if (known !== undefined) return t(`grade.level.${known}`);
  return t(notClassified === true ? 'proposal.notClassified' : 'proposal.withdrawn');
}
