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
import type { TypedProposal, WaitingProposals } from './waiting-proposals.ts';

interface ProposalFieldProps {
  readonly row: ProposalRow;
  readonly scale: GradeScale;
  readonly name: string;
  /** Nothing is written any more: what stands is read. What was typed until then is still there to be read too. */
  readonly isClosed: boolean;
  /** What is typed and not written: it is there again for whoever comes back. */
  readonly waiting: WaitingProposals;
  /** Writes what is said in the place of what was seen; answers why it was not taken, as a sentence. */
  readonly onConfirm: (said: SaidProposal, over: Proposed) => Promise<string | undefined>;
}

/** What the field begins with: what I have confirmed, else what the average comes to (D73); of words nothing, unless the teacher wants it (D71). */
export function offeredOf({ own, prefill }: ProposalRow): SaidProposal {
  return own ? saidOf(own) : (prefill ?? {});
}

/** The proposal of one pupil: Enter confirms it and goes on to the next pupil; what is typed is kept when the field is left. */
export function ProposalField({ row, scale, name, isClosed, waiting, onConfirm }: ProposalFieldProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const pupil = row.person.id;
  const [typing, setTyping] = useState(() => waiting.of(pupil));
  /** What is typed by now, also once the page is left. */
  const latest = useRef(typing);
  const hold = (next: TypedProposal | undefined) => {
    latest.current = next;
    setTyping(next);
    waiting.put(pupil, next);
  };
  const stands: Proposed = row.own ?? {};
  const offered = offeredOf(row);
  const text =
    typing?.text ?? (Object.keys(offered).length === 0 ? '' : proposedText(offered, { t, format }));
  const read = readProposal(text, scale, t);
  const faultOf = (fault: 'unread' | 'several') =>
    t(`proposals.fault.${scale === 'tenths' ? 'number' : fault}`);
  const isConfirmed = row.own !== undefined && typing === undefined;
  const isWriting = useRef(false);
  if (isClosed && typing === undefined) return row.own ? proposedText(row.own, { t, format }) : '–';
  const commit = async (said: SaidProposal) => {
    // Enter goes on to the next field, which leaves this one: it is written once.
    if (isClosed || isWriting.current) return;
    isWriting.current = true;
    waiting.put(pupil, undefined);
    const isKnown = isSameSaid(stands, said) && !hasMoved(row, scale);
    const reason = isKnown ? undefined : await onConfirm(said, typing?.over ?? stands);
    // What was not taken waits over what stands there by now.
    const { current } = latest;
    hold(reason === undefined || !current ? undefined : { ...current, over: stands, reason });
    isWriting.current = false;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    if (event.key === 'Escape' && typing) {
      event.stopPropagation();
      hold(undefined);
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
      data-proposal={pupil}
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
            ? typing?.reason
            : faultOf(read.failure)
      }
      onChange={(event) => {
        const { value } = event.currentTarget;
        const meant = readProposal(value, scale, t);
        const fault = meant.ok ? {} : { reason: faultOf(meant.failure) };
        hold({ text: value, over: typing?.over ?? stands, ...fault });
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
