import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyText } from '../../../ui/actions/use-key-text.ts';
import type { PupilHour } from '../view/class-hour.ts';
import { findPupil } from './find-pupil.ts';
import classes from './roll-call.module.css';

interface RollSearchProps {
  readonly pupils: readonly PupilHour[];
  readonly inputRef: Ref<HTMLInputElement>;
  /** Goes to a pupil while typing, without taking the focus. */
  readonly onFound: (index: number) => void;
  /** Gives the focus back to the roll call. */
  readonly onLeave: () => void;
}

/** Finds a pupil by the beginning of surname or given name: Enter goes there, Esc returns. */
export function RollSearch({ pupils, inputRef, onFound, onLeave }: RollSearchProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const [query, setQuery] = useState('');
  const found = query === '' ? undefined : findPupil(pupils, query);
  const missing = query !== '' && found === undefined;

  const type = (typed: string) => {
    setQuery(typed);
    const index = typed === '' ? undefined : findPupil(pupils, typed);
    if (index !== undefined) onFound(index);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // While a name is composed Enter takes a candidate, and Escape drops them.
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    if (event.key === 'Enter' && missing) return;
    event.preventDefault();
    event.stopPropagation();
    setQuery('');
    onLeave();
  };

  return (
    <TextInput
      ref={inputRef}
      size="xs"
      className={classes['search'] ?? ''}
      classNames={{ wrapper: classes['searchField'] ?? '', error: classes['searchError'] ?? '' }}
      value={query}
      leftSection={<IconSearch size={14} />}
      leftSectionPointerEvents="none"
      placeholder={t('classHour.roll.searchPlaceholder')}
      aria-label={t('classHour.roll.search')}
      title={
        missing
          ? t('classHour.roll.searchNone')
          : `${keyText(KEYS.find)} · ${KEYS.findToo} · ${t('classHour.roll.searchHint')}`
      }
      error={missing && <span role="alert">{t('classHour.roll.searchNone')}</span>}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => setQuery('')}
    />
  );
}
