import { className } from '../../../domain/kinds/class/record.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import type { Format } from '../../i18n/format.ts';
import { pupilsOf } from './asked-classes.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The pupils of a class to choose from; of several classes each under the name of its own. */
export function pupilChoices(
  classes: Parameters<typeof pupilsOf>[0],
  { briefDay }: Pick<Format, 'briefDay'>,
): readonly (Choice | { readonly group: string; readonly items: Choice[] })[] {
  const all = pupilsOf(classes);
  // With the birth date where two have the same name.
  const labelOf = (one: Person) => {
    const name = listName(one);
    const isShared = all.some((other) => other !== one && listName(other) === name);
    return isShared && one.birthDate !== undefined ? `${name} (${briefDay(one.birthDate)})` : name;
  };
  const groups = classes.map(({ schoolClass, shown }) => ({
    group: className(schoolClass),
    items: shown.pupils.map((one) => ({ value: one.id, label: labelOf(one) })),
  }));
  return groups.length > 1 ? groups : groups.flatMap(({ items }) => items);
}
