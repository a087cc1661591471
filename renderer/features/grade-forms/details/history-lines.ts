import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { fieldText, valueText } from '../../../kinds/telling.ts';
import type { Words } from '../../../kinds/words.ts';

/** What is said of a grade, in the order in which it is told. */
const SAID = [
  'value',
  'comment',
  'privateComment',
  'weight',
  'counts',
  'visible',
  'embargo',
  'recovers',
  'objectives',
  'absentOnDay',
] as const satisfies readonly (keyof Grade)[];

/** What a version says otherwise than the one before it, a line for each. */
export function changesOf(before: object | undefined, after: object, words: Words): readonly string[] {
  const { t } = words;
  return SAID.flatMap((field) => {
    const [was, is]: readonly unknown[] = [before && Reflect.get(before, field), Reflect.get(after, field)];
    if (equalJson(was, is)) return [];
    const name = fieldText('grade', field, words);
    const said = (value: unknown) => valueText('grade', field, value, words) ?? t('entry.empty');
    return before === undefined
      ? [t('gradeForms.history.first', { field: name, value: said(is) })]
      : [t('gradeForms.history.change', { field: name, before: said(was), after: said(is) })];
  });
}
