import type { TFunction } from 'i18next';
import type { PersonId } from '../../domain/base/ids.ts';
import { listName, type Person } from '../../domain/kinds/person/record.ts';

/** So many names are said; of more, how many. */
const MOST = 3;

/** Pupils by name, the first few of many. */
export function namesText(
  ids: readonly PersonId[],
  people: readonly Person[],
  t: TFunction,
  detail: (name: string, id: PersonId) => string = (name) => name,
): string {
  const named = ids.map((id) => {
    const person = people.find((one) => one.id === id);
    return detail(person ? listName(person) : t('common.somebody'), id);
  });
  if (named.length <= MOST) return named.join(', ');
  const count = named.length - MOST + 1;
  return [...named.slice(0, MOST - 1), t('common.andOthers', { count })].join(', ');
}
