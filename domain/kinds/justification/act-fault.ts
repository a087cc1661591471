import type { JustificationAct } from './record.ts';

/** Acts that answer an earlier one: they hold for that one and for no other. */
const ANSWERS: readonly JustificationAct['act'][] = ['withdraw', 'validate', 'reject', 'revoke', 'takeBack'];
/** Acts that have to say why, in words. */
const IN_WORDS: readonly JustificationAct['act'][] = ['reject', 'revoke'];
/** Acts that give the reason of the family. */
const GIVES_REASON: readonly JustificationAct['act'][] = ['announce', 'send', 'justify'];

/** Whether an act says all that its kind has to say, and nothing that it cannot (D85). */
export function isWholeAct(act: JustificationAct): boolean {
  const { act: kind, item, time, hours, answers, reason, text = '', origin, collector } = act;
  const hasWords = text.trim() !== '';
  if (item === 'absence' ? time !== undefined : time === undefined && !mayLackTime(act)) return false;
  if (hours !== undefined && item !== 'absence') return false;
  if (ANSWERS.includes(kind) && answers === undefined) return false;
  if (GIVES_REASON.includes(kind) !== (reason !== undefined)) return false;
  if ((IN_WORDS.includes(kind) || reason === 'other') && !hasWords) return false;
  if (collector !== undefined && item !== 'exit') return false;
  if (kind === 'splitOff' && item !== 'absence') return false;
  return (kind === 'justify') === (origin !== undefined);
}

/** When somebody will come is not always known beforehand, nor what is withdrawn of it. */
function mayLackTime({ act }: JustificationAct): boolean {
  return act === 'announce' || act === 'withdraw';
}
