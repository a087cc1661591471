import { SCALE_LEVELS, type GradeScale, type JudgementCode } from '../../../domain/grades/scales.ts';
import type { Standing } from '../../../domain/grades/standing.ts';
import classes from './grade-look.module.css';

/** The colours that a school has chosen: green, orange and red, or blue and red as on paper (D64). */
export type Palette = 'green' | 'blue';

/** Every standing, the best first. */
export const STANDINGS = ['sufficient', 'nearly', 'low', 'notCounted'] as const satisfies readonly Standing[];

/** The classes of a cell that say how its value stands: by a colour of the school’s, and by a sign that is none (D64). */
export function standingLook(standing: Standing, palette: Palette = 'green'): string {
  const own = classes[standing] ?? '';
  return palette === 'blue' ? `${own} ${classes['blue'] ?? ''}` : own;
}

/** How a judgement stands: in a scale of words the next below what is sufficient is nearly so. */
export function standingOfLevel(scale: GradeScale, code: JudgementCode): Exclude<Standing, 'notCounted'> {
  const levels = SCALE_LEVELS[scale];
  const at = levels.findIndex((level) => level.code === code);
  if (levels[at]?.isSufficient === true) return 'sufficient';
  return levels[at - 1]?.isSufficient === true ? 'nearly' : 'low';
}
