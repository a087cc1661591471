import { Combobox, Textarea, useCombobox, type TextareaProps } from '@mantine/core';
import { memo, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { complete, completionsOf } from './completion.ts';

interface TopicFieldProps extends Omit<TextareaProps, 'onChange' | 'onKeyDown' | 'value'> {
  readonly fieldRef: Ref<HTMLTextAreaElement>;
  readonly value: string;
  /** What may be chosen from, while something is typed. */
  readonly topics: readonly string[];
  readonly onChange: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The topic, with those that go on from what is typed: the arrow chooses, Enter takes. A mark of the roll leaves it as it is: a text that grows with its
 * lines lays out the page each time it is drawn.
 */
export const TopicField = memo(TopicText);

function TopicText({ fieldRef, value, topics, onChange, onKeyDown, ...field }: TopicFieldProps) {
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = combobox.dropdownOpened && field.readOnly !== true ? completionsOf(value, topics) : [];
  const isOpen = found.length > 0;

  /** Keys of the list where there is one; whether it was one of them. */
  const handled = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return false;
    const isChosen = combobox.getSelectedOptionIndex() >= 0;
    if (event.key === 'ArrowDown') combobox.selectNextOption();
    else if (event.key === 'ArrowUp' && isChosen) combobox.selectPreviousOption();
    else if (event.key === 'Enter' && isChosen) combobox.clickSelectedOption();
    else if (event.key === 'Escape') combobox.closeDropdown();
    else return false;
    return true;
  };

  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(topic) => {
        onChange(complete(value, topic));
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withKeyboardNavigation={false}>
        <Textarea
          {...field}
          ref={fieldRef}
          value={value}
          aria-autocomplete="list"
          onChange={(event) => {
            onChange(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onKeyDown={(event) => {
            if (handled(event)) event.preventDefault();
            else onKeyDown(event);
          }}
          onBlur={(event) => {
            combobox.closeDropdown();
            field.onBlur?.(event);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options aria-label={t('classHour.lesson.topics')}>
          {found.map((topic) => (
            <Combobox.Option key={topic} value={topic}>
              {topic}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
