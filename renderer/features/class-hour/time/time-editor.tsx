import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconCheck } from '@tabler/icons-react';
import type { LocalTime } from '../../../../domain/base/ids.ts';
import { useFormat } from '../../../i18n/format.ts';
import { parseTypedTime, shiftTime } from './time-entry.ts';
import { problemText } from './problem-text.ts';
import { readTypedTime, type TimeLimits, type TimeProblem } from './typed-time.ts';
import classes from './time-editor.module.css';

interface TimeEditorProps {
  readonly label: string;
  readonly letter: string;
  readonly mark: 'late' | 'exited';
  readonly initial: LocalTime;
  readonly limits: TimeLimits;
  /** The other answer, for somebody who was here before: absent for the whole day, and whose rolls that changes. */
  readonly allDay?: { readonly text: string; readonly onChoose: () => void } | undefined;
  /** What the time would write besides itself: asked before. */
  readonly asked?: string | undefined;
  /** The id of what is asked or said of the time typed: the name of the row says it too. */
  readonly hintId: string;
  readonly onConfirm: (time: LocalTime, how: 'key' | 'pointer') => void;
  readonly onCancel: () => void;
}

/** A time typed in the row: digits replace the suggestion, Enter confirms, Esc leaves everything as it was. */
export function TimeEditor(props: TimeEditorProps) {
  const { label, letter, mark, initial, limits, allDay, hintId, onConfirm, onCancel } = props;
  const { t } = useTranslation();
  const question = allDay ? `${t('classHour.roll.goneAsk')} ${allDay.text}` : props.asked;
  const format = useFormat();
  const [typed, setTyped] = useState<string>(initial);
  const [problem, setProblem] = useState<TimeProblem>();
  const input = useRef<HTMLInputElement>(null);
  const settled = useRef(false);

  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const askedTime = problem?.kind === 'otherHour' ? problem.time : undefined;
  const settle = (how: 'key' | 'pointer') => {
    if (settled.current) return;
    const read = readTypedTime(typed, limits, askedTime);
    if ('problem' in read) {
      setProblem(read.problem);
      input.current?.select();
      return;
    }
    settled.current = true;
    onConfirm(read.time, how);
  };

  const cancel = () => {
    settled.current = true;
    onCancel();
  };

  /** Leaving the field with a good time means it; what would have to be asked once more is left as it was. */
  const leave = () => {
    if (settled.current) return;
    const isUnanswered = allDay !== undefined || (question !== undefined && typed === initial);
    if (isUnanswered || 'problem' in readTypedTime(typed, limits, undefined)) cancel();
    else settle('pointer');
  };

  const chooseAllDay = () => {
    settled.current = true;
    allDay?.onChoose();
  };

  const type = (text: string) => {
    setTyped(text);
    setProblem(undefined);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const key = event.key.toLowerCase();
    // Digits typed before the letter were meant for somebody else: it answers only what has just been asked.
    const isAnswer = allDay !== undefined && typed === initial && !event.ctrlKey && !event.metaKey;
    if (key === 'enter' || (isAnswer && (key === 'u' || key === 'e'))) settle('key');
    else if (isAnswer && key === 'a') chooseAllDay();
    else if (key === 'escape') cancel();
    else if (key === 'arrowup' || key === 'arrowdown') {
      const time = parseTypedTime(typed, limits.span);
      if (time !== undefined) type(shiftTime(time, key === 'arrowup' ? 1 : -1));
    } else return;
    event.preventDefault();
  };

  const said = problem ? problemText(problem, limits.span, t, format) : undefined;
  return (
    <div className={classes['anchor']}>
      <div className={classes['editor']} data-mark={mark}>
        <span className={classes['letter']} data-letter={letter} aria-hidden="true" />
        <input
          ref={input}
          className={classes['input']}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          aria-label={label}
          aria-invalid={problem !== undefined && problem.kind !== 'otherHour'}
          aria-describedby={said !== undefined || question !== undefined ? hintId : undefined}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={leave}
        />
        {allDay && (
          <button
            type="button"
            className={classes['all']}
            aria-label={allDay.text}
            title={allDay.text}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={chooseAllDay}
            data-letter={t('common.mark.absent.letter')}
          />
        )}
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
      {said !== undefined ? (
        <p
          id={hintId}
          className={classes['hint']}
          data-tone={askedTime ? 'ask' : 'wrong'}
          role="alert"
          data-bubble=""
        >
          {said}
        </p>
      ) : (
        question !== undefined && (
          <p id={hintId} className={classes['hint']} data-tone="ask" role="alert" data-bubble="">
            {question}
          </p>
        )
      )}
    </div>
  );
}
