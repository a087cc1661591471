import {
  foldItem,
  isAbout,
  isTakenBack,
  type DayItem,
  type ItemState,
  type JustificationState,
  type VoidAct,
} from '../kinds/justification/item-state.ts';
import { inCausalOrder } from '../record/causal-order.ts';
import { JUSTIFIED_ITEMS, type JustificationAct, type JustifiedItem } from '../kinds/justification/record.ts';
import type { RequiredItem } from './day-items.ts';

/** One thing of a day, and where its justification is. */
export interface JustifiedDayItem extends RequiredItem {
  readonly state: JustificationState;
  /** The reason that stands, who decided on it, and what there is to begin from. */
  readonly text?: JustificationAct;
  readonly decision?: JustificationAct;
  readonly draft?: JustificationAct;
  /** The withdrawal or revocation that ended the last reason: of a revocation it says why. */
  readonly endedBy?: JustificationAct;
  /** A day that a teacher has taken out of its group (D84). */
  readonly isSplitOff: boolean;
}

/** A notice before the event of which the day has brought nothing, so far or at all. */
export interface DayNotice {
  readonly item: JustifiedItem;
  readonly state: Extract<JustificationState, 'announced' | 'withoutEffect'>;
  readonly text: JustificationAct;
}

/** Where everything about a day is. */
export interface DayJustifications {
  readonly items: readonly JustifiedDayItem[];
  readonly notices: readonly DayNotice[];
  /** Acts without effect: also those about something that was corrected since. */
  readonly voided: readonly VoidAct[];
}

type Acts = readonly JustificationAct[];

/**
 * Where the justification of a day is: the acts, in the order in which they were done, over what the day holds now. Nothing of it is
 * stored, so that a corrected event is judged from its beginning, and two devices that have the same acts and events say the same.
 *
 * @param isOver whether the day has ended: a notice without an event then has no effect
 */
export function dayJustifications(
  acts: Acts,
  items: readonly RequiredItem[],
  isOver: boolean,
): DayJustifications {
  const folds = items.map((item) => ({ item, fold: foldItem(acts, item) }));
  const absentKinds = JUSTIFIED_ITEMS.filter((kind) => !items.some(({ item }) => item === kind));
  const expected = absentKinds.map((item) => ({
    item,
    fold: foldItem(acts.filter(isOfNotice(acts)), { item }),
  }));
  return {
    items: folds.map(({ item, fold }) => ({
      ...item,
      ...partsOf(fold),
      ...draftOfFewerHours(acts, item, fold),
      state: item.isRequired ? stateOf(fold) : 'notRequired',
      isSplitOff: acts.some((act) => act.act === 'splitOff' && isAbout(act, item) && !isTakenBack(act, acts)),
    })),
    notices: expected.flatMap(({ item, fold: { state, text } }) =>
      state === 'announced' && text ? [{ item, text, state: isOver ? 'withoutEffect' : 'announced' }] : [],
    ),
    voided: [
      ...[...folds, ...expected].flatMap(({ fold }) => fold.voided),
      ...correctedSince(acts, items).map((act) => ({ act, reason: 'itemCorrected' as const })),
    ],
  };
}

/** Acts about something that the day does not hold as they saw it: what was done of it has no effect on what it holds now. */
function correctedSince(acts: Acts, items: readonly DayItem[]): Acts {
  const isOfANotice = isOfNotice(acts);
  return acts.filter((act) => !isOfANotice(act) && !items.some((item) => isAbout(act, item)));
}

/**
 * The reason that was given for an absence before an hour was added to it (D102): it is to be justified anew, and there is something to
 * begin from.
 */
function draftOfFewerHours(
  acts: Acts,
  item: DayItem,
  { text, draft }: ItemState,
): Pick<JustifiedDayItem, 'draft'> {
  if (item.hours === undefined || text || draft) return {};
  const earlier = inCausalOrder(acts).findLast(
    (act) => act.item === item.item && act.reason !== undefined && !isAbout(act, item),
  );
  return earlier ? { draft: earlier } : {};
}

/** A notice, or what withdraws it: they are about whatever the day brings. */
function isOfNotice(acts: Acts): (act: JustificationAct) => boolean {
  const notices = new Set(acts.filter(({ act }) => act === 'announce').map(({ id }) => id));
  return ({ act, id, answers }) =>
    notices.has(id) || (act === 'withdraw' && answers !== undefined && notices.has(answers));
}

/** What was announced and has happened counts as sent, with the date of the notice. */
function stateOf({ state }: ItemState): JustificationState {
  return state === 'announced' ? 'sent' : state;
}

function partsOf({ text, decision, draft, endedBy }: ItemState) {
  return {
    ...(text ? { text } : {}),
    ...(decision ? { decision } : {}),
    ...(draft ? { draft } : {}),
    ...(endedBy ? { endedBy } : {}),
  };
}
