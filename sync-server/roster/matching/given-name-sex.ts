import { tidy } from '../values/names.ts';
import { keyOf } from './likeness.ts';

/** Men's names that end as women's names do. */
const OF_MEN = new Set(
  'luca mattia elia enea tobia gianluca gianmaria battista giambattista isaia zaccaria geremia barnaba cosma osea'.split(
    ' ',
  ),
);
/** Names of both, or of one in Italy and of the other elsewhere. */
const OF_BOTH = new Set('andrea nicola noa nikita sascha sasha'.split(' '));

/**
 * Whose name a given name usually is in Italian, by its first word: `F`, `M`, or undefined where it tells nothing. Good for a doubt, and
 * never for what is written into somebody's data.
 */
export function givenNameSex(givenName: string): 'F' | 'M' | undefined {
  const [first = ''] = tidy(givenName).split(' ');
  const name = keyOf(first);
  if (OF_BOTH.has(name)) return undefined;
  if (OF_MEN.has(name) || name.endsWith('o')) return 'M';
  return name.endsWith('a') ? 'F' : undefined;
}
