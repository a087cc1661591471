import { createContext, use } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../domain/base/ids.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { Directory } from '../../../data/school/directory.ts';

/** Who is who, for everything drawn below. */
export const PeopleContext = createContext<Directory | undefined>(undefined);

/** The name of a person as lists write it; "a colleague" where the device does not know the person. */
export function usePersonName(id: PersonId | undefined): string {
  const { t } = useTranslation();
  const directory = use(PeopleContext);
  const person = id === undefined ? undefined : directory?.person(id);
  return person ? listName(person) : t('common.somebody');
}

/** Who is who, for texts with several names. */
export function usePeople(): Directory | undefined {
  return use(PeopleContext);
}
