import type { Assessment } from '../assessment/record.ts';
import type { Grade } from './record.ts';

/** The level of an objective, by its name (D55). */
export interface ObjectiveLevel {
  readonly name: string;
  readonly level: string;
}

/** The levels that a grade says, in the order in which its assessment names the objectives (D55); of one that it names no more there is nothing to say. */
export function objectiveLevels(
  { objectives: named = [] }: Pick<Assessment, 'objectives'>,
  { objectives: said = [] }: Pick<Grade, 'objectives'>,
): readonly ObjectiveLevel[] {
  const levels = new Map(said.map(({ objective, level }) => [objective, level]));
  return named.flatMap(({ id, name }) => {
    const level = levels.get(id);
    return level === undefined ? [] : [{ name, level }];
  });
}
