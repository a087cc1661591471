import { useCallback } from 'react';
import type { ClassId } from '../../../domain/base/ids.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { namesakes } from '../../views/namesakes.ts';

/** How the pupils of a class are named in its lists: with the birth date where two of the class have the same name. */
export function usePupilNames(register: Register, schoolClass: ClassId): (person: Person) => string {
  const format = useFormat();
  const shared = useViewValue(namesakes, register, schoolClass);
  return useCallback(
    (person) =>
      shared?.has(person.id) === true && person.birthDate !== undefined
        ? `${listName(person)} (${format.numericDay(person.birthDate)})`
        : listName(person),
    [shared, format],
  );
}
