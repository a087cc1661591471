import { SYNC_LIMITS } from '../../../../domain/protocol/endpoints/register/sync.ts';
import { COLLECTION_NAMES } from '../../../../domain/record/collection-names.ts';

/** What a request can carry: rows, pages that are asked for, versions that are asked about. */
export type Part = 'rows' | 'pages' | 'held';

/** How much of each part one request carried: rows, documents at most, versions. */
export type Amounts = Readonly<Record<Part, number>>;

/** How much a request may carry, as the line has shown until now. */
export interface RequestSize {
  most(part: Part): number;
  /** Which of the parts that wait go with the next request. One that did not come through in time goes alone, in turn with the others. */
  next(waiting: readonly Part[]): readonly Part[];
  answered(sent: Amounts, took: number): void;
  /** The same again would take as long again, and be cut off for ever. */
  tooSlow(sent: Amounts): void;
  /** The server does not take so many rows together, whatever the line. */
  halveRows(sent: number): void;
  growRows(): void;
}

/**
 * Milliseconds without an answer after which less is sent the next time. Whoever gives up the wait (the main process, after 15 s and more
 * for a large body; a gateway; this page) answers in a way of its own, or not at all: only the time is common to all.
 */
export const TOO_LONG = 10_000;
/** So many answers in a row, and what has taken too long is tried once more: the line may be another one by now. */
const IN_A_ROW = 5;

const LARGEST: Amounts = {
  rows: 2_000,
  pages: SYNC_LIMITS.documentsPerPage * COLLECTION_NAMES.length,
  held: SYNC_LIMITS.heldEntries,
};

interface Share {
  readonly part: Part;
  most: number;
  /** The amount that last took too long. */
  failed: number;
  /** Answers since then. */
  inARow: number;
  isSlow: boolean;
}

/** Begins with as much as a request may carry at all. */
export function createRequestSize(): RequestSize {
  const shares: Readonly<Record<Part, Share>> = {
    rows: shareOf('rows'),
    pages: shareOf('pages'),
    held: shareOf('held'),
  };
  let turns: readonly Part[] = ['rows', 'held', 'pages'];
  const carried = (sent: Amounts) => Object.values(shares).filter(({ part }) => sent[part] > 0);

  return {
    most: (part) => shares[part].most,
    next(waiting) {
      const first = turns.find((part) => waiting.includes(part));
      if (first === undefined) return [];
      const taken = shares[first].isSlow ? [first] : waiting.filter((part) => !shares[part].isSlow);
      turns = [...turns.filter((part) => !taken.includes(part)), ...taken];
      return taken;
    },
    answered(sent, took) {
      if (took < TOO_LONG) for (const share of carried(sent)) noteAnswer(share, sent[share.part], took);
    },
    tooSlow(sent) {
      for (const share of carried(sent)) {
        const amount = sent[share.part];
        Object.assign(share, { failed: amount, inARow: 0, isSlow: true });
        if (amount > 1) share.most = Math.floor(amount / 2);
      }
    },
    halveRows(sent) {
      shares.rows.most = Math.floor(sent / 2);
    },
    growRows: () => grow(shares.rows),
  };
}

function shareOf(part: Part): Share {
  return { part, most: LARGEST[part], failed: Infinity, inARow: 0, isSlow: false };
}

function grow(share: Share): void {
  share.most = Math.min(LARGEST[share.part], share.most * 2);
}

function noteAnswer(share: Share, amount: number, took: number): void {
  share.isSlow = false;
  share.inARow += 1;
  // What comes through now that did not before has shown that it was not the amount. An answer from far away takes its time whatever the amount.
  const isOver = took < TOO_LONG / 2 || amount >= share.failed || share.inARow >= IN_A_ROW;
  if (isOver) share.failed = Infinity;
  if (share.most * 2 < share.failed) grow(share);
}
