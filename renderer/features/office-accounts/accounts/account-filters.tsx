import { Button, Chip, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ACCOUNT_KINDS } from '../../../../domain/people/username.ts';
import { classOptions } from '../../../i18n/class-options.ts';
import { EVERYBODY, type AccountFilter, type ShownState } from '../people/account-filter.ts';
import classes from '../office-accounts.module.css';
import { PersonSearch } from '../people/person-search.tsx';
import type { NamedClass } from '../asked/use-school-classes.ts';

interface AccountFiltersProps {
  readonly filter: AccountFilter;
  readonly classes: readonly NamedClass[];
  readonly onFilter: (filter: AccountFilter) => void;
}

const STATES = ['issued', 'expired', 'activated', 'blocked'] as const satisfies readonly ShownState[];

/** What the table shows: a text, a class, a kind, a state, those never activated, those who left. */
export function AccountFilters({ filter, classes: ofSchool, onFilter }: AccountFiltersProps) {
  const { t } = useTranslation();
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(EVERYBODY);
  return (
    <div className={classes['filters']} role="group" aria-label={t('accounts.filter.label')}>
      <PersonSearch value={filter.text} onChange={(text) => onFilter({ ...filter, text })} />
      <Select
        w={150}
        searchable
        aria-label={t('accounts.filter.class')}
        value={filter.classId}
        onChange={(classId) => onFilter({ ...filter, classId: classId ?? '' })}
        data={[
          { value: '', label: t('accounts.filter.anyClass') },
          ...classOptions(ofSchool, ({ id, name }) => ({ value: id, label: name }), t),
        ]}
      />
      <Select
        w={140}
        aria-label={t('accounts.filter.kind')}
        value={filter.kind}
        onChange={(kind) => onFilter({ ...filter, kind: ACCOUNT_KINDS.find((each) => each === kind) ?? '' })}
        data={[
          { value: '', label: t('accounts.filter.anyKind') },
          ...ACCOUNT_KINDS.map((kind) => ({ value: kind, label: t(`accounts.kind.${kind}`) })),
        ]}
      />
      <Select
        w={140}
        aria-label={t('accounts.filter.state')}
        value={filter.state}
        onChange={(state) => onFilter({ ...filter, state: STATES.find((each) => each === state) ?? '' })}
        data={[
          { value: '', label: t('accounts.filter.anyState') },
          ...STATES.map((state) => ({ value: state, label: t(`accounts.state.${state}`) })),
        ]}
      />
      <Chip
        size="xs"
        checked={filter.neverActivated}
        onChange={(neverActivated) => onFilter({ ...filter, neverActivated })}
      >
        {t('accounts.filter.neverActivated')}
      </Chip>
      <Chip size="xs" checked={filter.leavers} onChange={(leavers) => onFilter({ ...filter, leavers })}>
        {t('accounts.filter.leavers')}
      </Chip>
      <Chip size="xs" checked={filter.onNoList} onChange={(onNoList) => onFilter({ ...filter, onNoList })}>
        {t('accounts.filter.onNoList')}
      </Chip>
      {/* It keeps its place: what is typed first must not move the table. */}
      <Button
        variant="subtle"
        size="compact-sm"
        style={isFiltered ? undefined : { visibility: 'hidden' }}
        leftSection={<IconX size={14} />}
        onClick={({ currentTarget }) => {
          onFilter(EVERYBODY);
          currentTarget.parentElement?.querySelector('input')?.focus();
        }}
      >
        {t('accounts.filter.clear')}
      </Button>
    </div>
  );
}
