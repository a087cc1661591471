import type { LocalDate } from '../../../../domain/base/ids.ts';
import type { RecordOfKind } from '../../../../domain/kinds/registry.ts';
import type { PaperKind } from '../../../../domain/school/who/paper.ts';
import { startYearOf } from '../../../../domain/school/calendar.ts';
import { isCancelled } from '../../../../domain/school/who/cancelled.ts';
import { isInForce } from '../../../../domain/school/who/appointments.ts';
import type { PaperSection, PaperTexts, Words } from './paper-section.ts';

/** Whether a paper holds, will, or does no more; `counts` of what is over and goes on counting. */
export type PaperState = 'now' | 'coming' | 'ended' | 'counts';

/** A paper as a line of its list. */
export interface PaperRow<K extends PaperKind> extends PaperTexts {
  readonly id: string;
  readonly paper: RecordOfKind<K>;
  readonly from: LocalDate | undefined;
  readonly to: LocalDate | undefined;
  readonly state: PaperState;
  /** Whether a last day can be given to it. */
  readonly canEnd: boolean;
  readonly isTheirs: boolean;
}

/** The lines of a list: the papers that were not taken back, by whom they are about. */
export function paperRows<K extends PaperKind>(
  section: PaperSection<K>,
  papers: readonly RecordOfKind<K>[],
  words: Words,
): readonly PaperRow<K>[] {
  const byName = new Intl.Collator('it', { sensitivity: 'base', numeric: true });
  return papers
    .filter((paper) => !isCancelled(paper))
    .map((paper) => {
      const { from, to } = daysOf(paper);
      return {
        id: paper.id,
        paper,
        from,
        to,
        state: stateOf(paper, words.today),
        canEnd:
          from !== undefined && paper.kind !== 'hoursElsewhere' && stateOf(paper, words.today) !== 'ended',
        isTheirs: section.isTheirs?.(paper, words) ?? true,
        ...section.textsOf(paper, words),
      };
    })
    .toSorted((a, b) => byName.compare(a.who, b.who) || (a.from ?? '').localeCompare(b.from ?? ''));
}

function daysOf(paper: RecordOfKind<PaperKind>) {
  const from = 'from' in paper ? paper.from : undefined;
  const to = 'to' in paper ? paper.to : undefined;
  return { from, to };
}

function stateOf(paper: RecordOfKind<PaperKind>, today: LocalDate): PaperState {
  const { from, to } = daysOf(paper);
  // What was declared of days that are over goes on counting all year (D97).
  if (paper.kind === 'hoursElsewhere')
    return startYearOf(paper.from) === startYearOf(today) ? 'counts' : 'ended';
  if (from !== undefined && from > today) return 'coming';
  if (to !== undefined && to < today) return 'ended';
  // What ends with the school year ends by itself (D217).
  return paper.kind === 'appointment' && !isInForce(paper, today) ? 'ended' : 'now';
}

/** The lines that a search finds: every word of it, wherever it stands. */
export function foundRows<R extends PaperTexts>(rows: readonly R[], typed: string): readonly R[] {
  const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const asked = plain(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (asked.length === 0) return rows;
  return rows.filter(({ who, what, where, note = '' }) => {
    const text = plain([who, what, where, note].join(' '));
    return asked.every((word) => text.includes(word));
  });
}
