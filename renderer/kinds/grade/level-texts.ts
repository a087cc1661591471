import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { levelText } from '../assessed/column-texts.ts';
import { textOf, type Unchecked, type Words } from '../words.ts';

/** The criteria of a rubric (D54). */
export type Criteria = NonNullable<Assessment['rubric']>['criteria'];
/** The objectives of a test (D55). */
type Objectives = NonNullable<Assessment['objectives']>;
type Telling = Pick<Words, 't' | 'format'>;

/** Which level a pupil got in each criterion of a rubric: "Esposizione: Chiara (5 p.)" (D54). */
export function rubricText(levels: readonly Unchecked[], criteria: Criteria, words: Telling): string {
  const { t, format } = words;
  const said = levels.map(({ criterion, level }) => {
    const known = criteria.find(({ id }) => id === criterion);
    const chosen = typeof level === 'number' ? known?.levels[level] : undefined;
    const number = typeof level === 'number' ? format.number(level + 1) : '';
    return t('grade.levelOf', {
      name: known?.name ?? t('grade.someCriterion'),
      level: chosen ? levelText(chosen, words) : t('grade.levelNumber', { number }),
    });
  });
  return said.join('; ');
}

/** Which level a pupil got of each objective: "Operare con le frazioni: base" (D55). */
export function objectivesText(levels: readonly Unchecked[], objectives: Objectives, { t }: Telling): string {
  const said = levels.map(({ objective, level }) =>
    t('grade.levelOf', {
      name: objectives.find(({ id }) => id === objective)?.name ?? t('grade.someObjective'),
      level: textOf(level) ?? '',
    }),
  );
  return said.length === 0 ? t('grade.noLevels') : said.join('; ');
}
