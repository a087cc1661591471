import { Checkbox, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import type { GradeDraft } from '../details/grade-draft.ts';
import { LIMITS } from '../limits.ts';
import classes from './filling.module.css';

interface FillingRowProps {
  readonly name: string;
  readonly draft: GradeDraft;
  /** What its filled rubric comes to: that is changed in the details of the grade. */
  readonly fromRubric: string | undefined;
  readonly isAbsent: boolean;
  /** The test is in the average. */
  readonly countsInTest: boolean;
  readonly hasAverages: boolean;
  readonly hasFocus: boolean;
  readonly error: string | undefined;
  readonly onChange: (changes: Partial<GradeDraft>) => void;
}

/** A pupil in the form of a class test: value, judgement, and whether it is in the average (D48). */
export function FillingRow(props: FillingRowProps) {
  const { name, draft, fromRubric, isAbsent, countsInTest, hasAverages, hasFocus, error, onChange } = props;
  const { t } = useScaleTexts();
  const counts = draft.counts === 'asAssessment' ? countsInTest : draft.counts === 'yes';
  return (
    <li className={classes['row']} data-absent={isAbsent || undefined}>
      <span className={classes['name']}>
        {name}
        {isAbsent && <small>{t('gradeForms.filling.absent')}</small>}
      </span>
      <TextInput
        className={classes['mark'] ?? ''}
        data-mark=""
        {...(hasFocus ? { 'data-autofocus': true } : {})}
        aria-label={t('gradeForms.filling.markOf', { name })}
        autoComplete="off"
        value={fromRubric ?? draft.mark}
        readOnly={fromRubric !== undefined}
        title={fromRubric === undefined ? undefined : t('gradeForms.filling.fromRubric')}
        error={error}
        onKeyDown={walk}
        onChange={(event) => onChange({ mark: event.currentTarget.value })}
      />
      <TextInput
        className={classes['judgement'] ?? ''}
        aria-label={t('gradeForms.filling.judgementOf', { name })}
        placeholder={t('gradeForms.grade.judgement')}
        autoComplete="off"
        maxLength={LIMITS.judgement}
        value={draft.judgement}
        onChange={(event) => onChange({ judgement: event.currentTarget.value })}
      />
      {hasAverages && (
        <Checkbox
          className={classes['counts'] ?? ''}
          label={t('gradeForms.filling.counts')}
          aria-label={t('gradeForms.filling.countsOf', { name })}
          checked={counts}
          onChange={(event) =>
            onChange({
              counts:
                event.currentTarget.checked === countsInTest
                  ? 'asAssessment'
                  : event.currentTarget.checked
                    ? 'yes'
                    : 'no',
            })
          }
        />
      )}
    </li>
  );
}

/** Enter and the arrows go down and up the values, as in a spreadsheet; with Ctrl Enter saves. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey, currentTarget, nativeEvent } = event;
  if (nativeEvent.isComposing || altKey) return;
  if (key === 'Enter' && (ctrlKey || metaKey)) {
    event.preventDefault();
    currentTarget.form?.requestSubmit();
    return;
  }
  const step =
    key === 'ArrowDown' || (key === 'Enter' && !shiftKey) ? 1 : key === 'ArrowUp' || key === 'Enter' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const marks = [...(currentTarget.form?.querySelectorAll<HTMLInputElement>('[data-mark]') ?? [])];
  const next = marks[marks.indexOf(currentTarget) + step];
  next?.focus();
  next?.select();
}
