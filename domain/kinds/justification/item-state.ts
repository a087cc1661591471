import { inCausalOrder } from '../../record/causal-order.ts';
import type { LocalTime } from '../../base/ids.ts';
import type { JustificationAct, JustifiedItem } from './record.ts';

/** Something of a day that may have to be justified, as it stands: one that was corrected is another one. */
export interface DayItem {
  readonly item: JustifiedItem;
  /** Clock time of the late entry or exit. */
  readonly time?: LocalTime;
  /** The hours of an absence that was called hour by hour (D102). */
  readonly hours?: readonly number[];
}

/**
 * Where something that has to be justified is: da giustificare, inviata, convalidata, rifiutata; not asked for: non richiesta. A notice
 * before the event is preannunciata, and senza effetto when its day ends without one.
 */
export type JustificationState =
  'notRequired' | 'toJustify' | 'sent' | 'validated' | 'rejected' | 'announced' | 'withoutEffect';

/** Why an act has no effect: what it was about, or answered, was something else when it was done. */
export type VoidReason =
  /** The text that it answers was withdrawn or written anew before. */
  | 'textWithdrawn'
  /** It was decided before: what is validated is changed by nobody but the staff. */
  | 'alreadyDecided'
  /** The other parent has sent a reason: it is read, and not changed (D87). */
  | 'sentByOther'
  /** What it is about is not in the day any more. */
  | 'itemCorrected';

/** An act without effect, and the act before it that left it none. */
export interface VoidAct {
  readonly act: JustificationAct;
  readonly reason: VoidReason;
  readonly because?: JustificationAct;
}

/** Where one thing of the day is, by the acts about it. */
export interface ItemState {
  readonly state: Exclude<JustificationState, 'notRequired' | 'withoutEffect'>;
  /** The reason that stands: sent by the family, or written down by the school. */
  readonly text?: JustificationAct;
  /** Who validated, rejected or wrote it down. */
  readonly decision?: JustificationAct;
  /** The last reason of which nothing stands any more, to begin from. */
  readonly draft?: JustificationAct;
  /** The withdrawal or revocation that ended the last text. */
  readonly endedBy?: JustificationAct;
  readonly voided: readonly VoidAct[];
}

type Acts = readonly JustificationAct[];

/** Whether an act is about a thing as it stands. A notice is about whatever of its kind the day brings. */
export function isAbout(act: JustificationAct, about: DayItem): boolean {
  return act.item === about.item && (act.act === 'announce' || isSameThing(act, about));
}

/**
 * Whether what somebody saw of a day is what it holds: a time that was corrected is another one, and so is an absence with an hour that
 * was not known (D102). Where absences were called by the day there are no hours to compare.
 */
export function isSameThing(seen: DayItem, stands: DayItem): boolean {
  if (seen.item !== stands.item || seen.time !== stands.time) return false;
  const { hours: known } = seen;
  return known === undefined || (stands.hours ?? []).every((hour) => known.includes(hour));
}

/**
 * Where one thing of the day is, from the acts about it alone (B.1): the fold of the acts in the order in which they were done. It asks
 * nothing of the day, so that a server can judge an act before the day itself has arrived.
 *
 * A withdrawal that was done before a validation comes before it, whenever the two arrive: the validation then answers a text that was
 * withdrawn, and has no effect.
 */
export function foldItem(acts: Acts, about: DayItem): ItemState {
  const own = inCausalOrder(acts).filter((act) => isAbout(act, about) || isAnswerToNotice(act, acts, about));
  return foldOwn(own);
}

/** The acts of a day without effect on what each is about. Each thing of the day is folded once, however many acts are about it. */
export function voidActsOf(acts: Acts): readonly VoidAct[] {
  const things = new Map(acts.map((act) => [thingOf(act), act]));
  const without = [...things].flatMap(([thing, about]) =>
    foldItem(acts, about).voided.filter(({ act }) => thingOf(act) === thing),
  );
  const byId = new Map(without.map((each) => [each.act.id, each]));
  return acts.flatMap(({ id }) => byId.get(id) ?? []);
}

function thingOf({ item, time, hours = [] }: DayItem): string {
  return `${item} ${time ?? ''} ${hours.join()}`;
}

/** Whether what somebody did was taken back by themselves. */
export function isTakenBack({ id, by }: JustificationAct, acts: Acts): boolean {
  return acts.some((other) => other.act === 'takeBack' && other.answers === id && other.by === by);
}

/**
 * The fold of the acts about one thing, in the order in which they were done. A decision that is taken back never was, so the fold begins
 * again without it; each beginning leaves out one more for good, so that no record can ask for more of them than it has acts.
 */
function foldOwn(own: Acts): ItemState {
  const undone = new Set<JustificationAct>();
  let state: ItemState = { state: 'toJustify', voided: [] };
  for (let index = 0; index < own.length; index += 1) {
    const act = own[index];
    if (!act || undone.has(act)) continue;
    const decision = decisionTakenBack(state, act, own.slice(0, index));
    if (decision) {
      undone.add(decision).add(act);
      state = { state: 'toJustify', voided: [] };
      index = -1;
    } else state = afterAct(state, act, own.slice(0, index));
  }
  return state;
}

/** What answers a notice names the kind of thing alone where nothing had happened yet. */
function isAnswerToNotice(act: JustificationAct, acts: Acts, { item }: DayItem): boolean {
  if (act.act !== 'withdraw' || act.item !== item) return false;
  return acts.some(({ id, act: kind }) => id === act.answers && kind === 'announce');
}

function afterAct(before: ItemState, act: JustificationAct, earlier: Acts): ItemState {
  switch (act.act) {
    case 'announce':
    case 'send':
      return afterText(before, act);
    case 'withdraw':
      return afterWithdrawal(before, act);
    case 'validate':
    case 'reject':
      return afterDecision(before, act);
    case 'justify':
      return isDecided(before)
        ? voided(before, act, 'alreadyDecided', before.decision)
        : { ...before, state: 'validated', text: act, decision: act };
    case 'revoke':
      return afterRevocation(before, act);
    case 'splitOff':
      return before;
    case 'takeBack':
      // What takes back a decision that stands is none of these: one that stands no more is taken back by nobody.
      return isSplitOffTakenBack(act, earlier)
        ? before
        : voided(before, act, 'textWithdrawn', before.decision ?? before.endedBy);
  }
}

/** The decision that an act takes back: then it is as if it had not been made, and what it left without effect counts again. */
function decisionTakenBack(
  { decision }: ItemState,
  act: JustificationAct,
  earlier: Acts,
): JustificationAct | undefined {
  if (act.act !== 'takeBack' || isSplitOffTakenBack(act, earlier)) return undefined;
  return decision?.id === act.answers && decision?.by === act.by ? decision : undefined;
}

function isSplitOffTakenBack(act: JustificationAct, earlier: Acts): boolean {
  const answered = earlier.find(({ id }) => id === act.answers);
  return answered?.act === 'splitOff' && answered.by === act.by;
}

/** A reason of the family: the first one, another one of the same person, or a new one after a rejection. */
function afterText(before: ItemState, act: JustificationAct): ItemState {
  const { text, voided: without } = before;
  if (isDecided(before)) return voided(before, act, 'alreadyDecided', before.decision);
  const isOpen = before.state === 'rejected' || text === undefined;
  if (!isOpen && text.by !== act.by) return voided(before, act, 'sentByOther', text);
  return { state: act.act === 'announce' ? 'announced' : 'sent', text: act, voided: without };
}

function afterWithdrawal(before: ItemState, act: JustificationAct): ItemState {
  const { text, decision } = before;
  if (isDecided(before)) return voided(before, act, 'alreadyDecided', decision);
  if (text === undefined || text.id !== act.answers || before.state === 'rejected')
    return voided(before, act, 'textWithdrawn', decision ?? text ?? before.endedBy);
  if (text.by !== act.by) return voided(before, act, 'sentByOther', text);
  return { state: 'toJustify', draft: text, endedBy: act, voided: before.voided };
}

function afterDecision(before: ItemState, act: JustificationAct): ItemState {
  const { text, decision } = before;
  if (decision) return voided(before, act, 'alreadyDecided', decision);
  if (text === undefined || text.id !== act.answers)
    return voided(before, act, 'textWithdrawn', text ?? before.endedBy);
  return { ...before, state: act.act === 'validate' ? 'validated' : 'rejected', decision: act };
}

/** What was validated is to be justified again, and the reason stays as a draft. */
function afterRevocation(before: ItemState, act: JustificationAct): ItemState {
  const { text, decision } = before;
  if (!isDecided(before) || decision?.id !== act.answers)
    return voided(before, act, 'textWithdrawn', decision ?? before.endedBy);
  return { state: 'toJustify', ...(text ? { draft: text } : {}), endedBy: act, voided: before.voided };
}

function isDecided({ state }: ItemState): boolean {
  return state === 'validated';
}

function voided(
  before: ItemState,
  act: JustificationAct,
  reason: VoidReason,
  because: JustificationAct | undefined,
): ItemState {
  const one: VoidAct = { act, reason, ...(because ? { because } : {}) };
  return { ...before, voided: [...before.voided, one] };
}
