import { TextInput } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { GradeScale } from '../../../domain/grades/scales.ts';
import { useFormat } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { proposedText } from '../../kinds/proposal/proposed-text.ts';
import classes from './proposals.module.css';
import {
  hasMoved,
  isSameSaid,
  saidOf,
  type SaidProposal,
} from '../../../domain/kinds/proposal/from-average.ts';
import type { Proposed } from '../../../domain/kinds/proposal/record.ts';
import { readProposal } from './typed-proposal.ts';
import type { ProposalRow } from './view.ts';

interface ProposalFieldProps {
  readonly row: ProposalRow;
  readonly scale: GradeScale;
  readonly name: string;
  /** Nothing is written any more: what stands is read. What was typed until then is still there to be read too. */
  readonly isClosed: boolean;
  /** Writes what is said in the place of what was seen; answers whether it was taken. */
  readonly onConfirm: (said: SaidProposal, over: Proposed) => Promise<boolean>;
}

/** What the field begins with: what I have confirmed, else what the average comes to (D73); of words nothing, unless the teacher wants it (D71). */
export function offeredOf({ own, prefill }: ProposalRow): SaidProposal {
  return own ? saidOf(own) : (prefill ?? {});
}

/** The proposal of one pupil: Enter confirms it and goes on to the next pupil; what is typed is kept when the field is left. */
export function ProposalField({ row, scale, name, isClosed, onConfirm }: ProposalFieldProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const [typing, setTyping] = useState<{ readonly text: string; readonly over: Proposed }>();
  const stands: Proposed = row.own ?? {};
  const offered = offeredOf(row);
  const text =
    typing?.text ?? (Object.keys(offered).length === 0 ? '' : proposedText(offered, { t, format }));
  const read = readProposal(text, scale, t);
  const isConfirmed = row.own !== undefined && typing === undefined;
  const isWriting = useRef(false);
  if (isClosed && typing === undefined) return row.own ? proposedText(row.own, { t, format }) : '–';
  const commit = async (said: SaidProposal) => {
    // Enter goes on to the next field, which leaves this one: it is written once.
    if (isClosed || isWriting.current) return;
    isWriting.current = true;
    const isKnown = isSameSaid(stands, said) && !hasMoved(row, scale);
    const isTaken = isKnown || (await onConfirm(said, typing?.over ?? stands));
    // What was not taken waits over what stands there by now.
    setTyping((before) => (isTaken || !before ? undefined : { ...before, over: stands }));
    isWriting.current = false;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    if (event.key === 'Escape' && typing) {
      event.stopPropagation();
      setTyping(undefined);
      return;
    }
    const isDown = event.key === 'Enter' || event.key === 'ArrowDown';
    if (!isDown && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (event.key === 'Enter') {
      if (!read.ok) return;
      void commit(read.value);
    }
    goBy(field, isDown ? 1 : -1);
  };
  return (
    <TextInput
      size="xs"
      data-proposal=""
      className={classes['field'] ?? ''}
      data-open={isConfirmed ? undefined : true}
      aria-label={t('proposals.fieldOf', { name })}
      placeholder={t(scale === 'tenths' ? 'proposals.number' : 'proposals.judgement')}
      value={text}
      readOnly={isClosed}
      error={
        isClosed
          ? t('proposals.notWritten', { value: row.own ? proposedText(row.own, { t, format }) : '–' })
          : read.ok
            ? undefined
            : t(`proposals.fault.${scale === 'tenths' ? 'number' : read.failure}`)
      }
      onChange={(event) => {
        const { value } = event.currentTarget;
        setTyping((before) => ({ text: value, over: before?.over ?? stands }));
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => typing && read.ok && void commit(read.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** Gives the focus to the field of the pupil so many rows on. */
function goBy(field: HTMLInputElement, by: number): void {
  const all = [...(field.closest('table')?.querySelectorAll<HTMLInputElement>('input[data-proposal]') ?? [])];
  all[all.indexOf(field) + by]?.focus();
}
