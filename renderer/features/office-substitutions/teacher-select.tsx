import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/base/ids.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import type { FreeTeachers } from './view.ts';

interface TeacherSelectProps {
  readonly label: string;
  readonly free: FreeTeachers;
  readonly onChoose: (teacher: PersonId, name: string) => void;
}

/** Those who are free, the teachers of the class first; whoever is chosen is given the hours at once. */
export function TeacherSelect({ label, free: { ofClass, others }, onChoose }: TeacherSelectProps) {
  const { t } = useTranslation();
  const option = (one: Person) => ({ value: one.id, label: listName(one) });
  const all = [...ofClass, ...others];
  return (
    <Select
      size="xs"
      w={250}
      searchable
      openOnFocus={false}
      aria-label={label}
      placeholder={t(all.length === 0 ? 'substitutions.nobody' : 'substitutions.assign')}
      nothingFoundMessage={t('substitutions.nothingFound')}
      data={[
        { group: t('substitutions.ofClass'), items: ofClass.map(option) },
        { group: t('substitutions.others'), items: others.map(option) },
      ].filter(({ items }) => items.length > 0)}
      value={null}
      onChange={(id) => {
        const chosen = all.find((one) => one.id === id);
        if (chosen) onChoose(chosen.id, listName(chosen));
      }}
    />
  );
}
