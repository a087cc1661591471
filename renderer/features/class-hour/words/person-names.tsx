import { createContext, use } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../domain/base/ids.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { SchoolIndex } from '../../../data/school/school-index.ts';

/** Who is who, for everything drawn below. */
export const PeopleContext = createContext<SchoolIndex | undefined>(undefined);

/** The name of a person as lists write it; "a colleague" where the device does not know the person. */
export function usePersonName(id: PersonId | undefined): string {
  const { t } = useTranslation();
  const index = use(PeopleContext);
  const person = id === undefined ? undefined : index?.person(id);
  return person ? listName(person) : t('common.somebody');
}

/** Who is who, for texts with several names. */
export function usePeople(): SchoolIndex | undefined {
  return use(PeopleContext);
}
