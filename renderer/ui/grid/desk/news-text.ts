import type { TFunction } from 'i18next';
import type { News } from './desk.ts';
import type { Meeting } from './meeting.ts';
import type { Outcome } from '../model/sheet.ts';

/** What happened, in sentences; nothing where there is nothing to say. `row, column` of refused cells are named by the cells themselves. */
export function newsText(news: News, t: TFunction): string {
  switch (news.kind) {
    case 'calm':
      return '';
    case 'actUndone':
    case 'actRedone':
      return t(`grid.${news.kind}`, { said: news.said });
    case 'warned':
      return [
        news.after ? newsText(news.after, t) : '',
        ...news.warnings.map(({ names, text }) => t('grid.warned', { names: names.join(', '), text })),
      ]
        .filter((each) => each !== '')
        .join(' ');
    case 'refused':
      return news.reason;
    case 'met':
      return meetingText(news.meeting, t);
    case 'metAsked':
    case 'metLeft':
      return `${meetingText(news.meeting, t)} ${t(`grid.${news.kind}`, { text: textIn(news.text, t) })}`;
    case 'locked':
      return reasonsOf(news.reasons, t);
    case 'refusedLater':
      return `${t('grid.notWritten', { count: news.reasons.length })} ${reasonsOf(news.reasons, t)}`;
    case 'copied':
    case 'chosen':
      return t(`grid.${news.kind}`, { rows: news.rows, columns: news.columns });
    case 'nothingToUndo':
    case 'nothingToRedo':
    case 'tooLong':
      return t(`grid.${news.kind}`);
    default:
      return outcomeText(news, t);
  }
}

function outcomeText(
  { kind, outcome, left = 0, strangers = 0 }: Extract<News, { readonly outcome: Outcome }>,
  t: TFunction,
): string {
  const { written, emptied, same, refused, locked, staying = [], changed, cells } = outcome;
  const isReplay = kind === 'undone' || kind === 'redone';
  // What was pasted on itself is there as well.
  const isEntered = kind === 'entered';
  const done = isReplay ? cells.length : isEntered ? written - emptied + same : written;
  const isNothing =
    cells.length + same + refused.length + locked.length + staying.length + changed.length === 0 &&
    left + strangers === 0;
  const sentences = [
    done > 0 ? t(`grid.${kind}`, { count: done }) : '',
    isEntered && emptied > 0 ? t('grid.cleared', { count: emptied }) : '',
    isNothing ? t('grid.nothingChanged') : '',
    refused.length > 0 && !isReplay
      ? `${t('grid.refused', { count: refused.length })} ${reasonsOf(
          refused.map(({ reason }) => reason),
          t,
        )}`
      : '',
    locked.length > 0
      ? `${t('grid.locked', { count: locked.length })} ${reasonsOf(
          locked.map(({ reason }) => reason),
          t,
        )}`
      : '',
    reasonsOf(
      staying.map(({ reason }) => reason),
      t,
    ),
    changed.length > 0 ? t('grid.changed', { count: changed.length }) : '',
    strangers > 0 ? t('grid.strangers', { count: strangers }) : '',
    left > 0 ? t('grid.left', { count: left }) : '',
  ];
  return sentences.filter((each) => each !== '').join(' ');
}

/** Why a text waits at its cell: what was said of it, and what came into the cell meanwhile. */
export function whyText(
  { reason = '', meeting }: { readonly reason: string | undefined; readonly meeting: Meeting | undefined },
  t: TFunction,
): string {
  const sentences = [reason, meeting ? meetingText(meeting, t) : ''].filter((each) => each !== '');
  return sentences.length > 0 ? sentences.join(' ') : t('grid.waits');
}

function meetingText({ before, now, by }: Meeting, t: TFunction): string {
  const change = { before: textIn(before, t), now: textIn(now, t) };
  return by === undefined ? t('grid.met', change) : t('grid.metOf', { ...change, by });
}

/** A text of a cell as it is read out: an empty one has a word. */
function textIn(text: string, t: TFunction): string {
  return text === '' ? t('grid.empty') : text;
}

/** So many reasons are said; the others are at their cells. */
const SAID = 2;

function reasonsOf(reasons: readonly string[], t: TFunction): string {
  const different = [...new Set(reasons.map((reason) => (reason === '' ? t('grid.readOnly') : reason)))];
  return different.slice(0, SAID).join(' ');
}
