import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../office-accounts.module.css';

interface PersonSearchProps {
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** Narrows a list of the office to one person: the same search on each of its pages. */
export function PersonSearch({ value, onChange }: PersonSearchProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      className={classes['search'] ?? ''}
      type="search"
      leftSection={<IconSearch size={16} stroke={1.7} />}
      placeholder={t('accounts.search')}
      aria-label={t('accounts.search')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
