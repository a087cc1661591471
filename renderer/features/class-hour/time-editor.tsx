import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconCheck } from '@tabler/icons-react';
import type { LocalTime } from '../../../domain/base/ids.ts';
import { parseTypedTime, shiftTime, type HourSpan } from './time-entry.ts';
import classes from './time-editor.module.css';

interface TimeEditorProps {
  readonly label: string;
  readonly letter: string;
  readonly mark: 'late' | 'exited';
  readonly initial: LocalTime;
  readonly span: HourSpan;
  readonly onConfirm: (time: LocalTime, how: 'key' | 'pointer') => void;
  readonly onCancel: () => void;
}

/** A time typed in the row: digits replace the suggestion, Enter confirms, Esc leaves everything as it was. */
export function TimeEditor({ label, letter, mark, initial, span, onConfirm, onCancel }: TimeEditorProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>(initial);
  const [invalid, setInvalid] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const settled = useRef(false);

  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const settle = (how: 'key' | 'pointer') => {
    if (settled.current) return;
    const time = parseTypedTime(typed, span);
    if (time === undefined) {
      setInvalid(true);
      input.current?.select();
      return;
    }
    settled.current = true;
    onConfirm(time, how);
  };

  const cancel = () => {
    settled.current = true;
    onCancel();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') settle('key');
    else if (event.key === 'Escape') cancel();
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const time = parseTypedTime(typed, span);
      if (time !== undefined) setTyped(shiftTime(time, event.key === 'ArrowUp' ? 1 : -1));
    } else return;
    event.preventDefault();
  };

  return (
    <div className={classes['editor']} data-mark={mark}>
      <span className={classes['letter']} data-letter={letter} aria-hidden="true" />
      <input
        ref={input}
        className={classes['input']}
        value={typed}
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-invalid={invalid}
        title={invalid ? t('classHour.roll.timeInvalid') : label}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setInvalid(false);
        }}
        onKeyDown={onKeyDown}
        // Leaving the field with a good time means it: only Esc gives it up.
        onBlur={() =>
          parseTypedTime(typed, span) === undefined ? !settled.current && cancel() : settle('pointer')
        }
      />
      <button
        type="button"
        className={classes['confirm']}
        aria-label={t('common.confirm')}
        tabIndex={-1}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => settle('pointer')}
      >
        <IconCheck size={16} />
      </button>
    </div>
  );
}
