import type { GRADE_PALETTES, Standing } from '../../../domain/grades/standing.ts';
import classes from './grade-look.module.css';

/** The colours that a school has chosen: green, orange and red, or blue and red as on paper (D64). */
export type Palette = (typeof GRADE_PALETTES)[number];

/** Every standing, the best first. */
export const STANDINGS = ['sufficient', 'nearly', 'low', 'notCounted'] as const satisfies readonly Standing[];

/** The classes of a cell that say how its value stands: by a colour of the school’s, and by a sign that is none (D64). */
export function standingLook(standing: Standing, palette?: Palette): string {
  const own = classes[standing] ?? '';
  return palette === 'blue' ? `${own} ${classes['blue'] ?? ''}` : own;
}
