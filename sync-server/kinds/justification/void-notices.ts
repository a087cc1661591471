import { voidActsOf } from '../../../domain/kinds/justification/item-state.ts';
import type { Justification, JustificationAct } from '../../../domain/kinds/justification/record.ts';
import type { Batch } from '../../register/batch/batch.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { addNotice } from '../../register/settlement/conflict-notices.ts';

/**
 * Tells whoever did something that has no effect, because of what they could not know: a text that was withdrawn before it was validated,
 * a reason that the other parent had sent. Whose act was answered hears of it too: a teacher and a parent who act without a line each
 * believe something else (D107b). Which of the two arrives last does not matter.
 */
export async function tellOfVoidActs(
  batch: Batch,
  before: Justification | null,
  after: Justification,
): Promise<void> {
  const known = voidActsOf(before?.acts ?? []);
  for (const each of voidActsOf(after.acts)) {
    const { act, because } = each;
    if (!because || because.by === act.by || known.some((one) => one.act.id === act.id)) continue;
    await tell(batch, after, act, because, [act]);
    if (each.reason === 'textWithdrawn') await tell(batch, after, because, act, []);
  }
}

async function tell(
  batch: Batch,
  record: Justification,
  told: JustificationAct,
  other: JustificationAct,
  lost: readonly JustificationAct[],
): Promise<void> {
  const made = ({ id, by, at }: JustificationAct) => ({
    author: by,
    recordedAt: at,
    entry: derivedEntry('void', record.id, id, told.id, other.id),
  });
  const kept = lost.length === 0 ? [told] : [other];
  const decision = { field: 'acts', lost, kept, loser: made(told), winner: made(other) };
  await addNotice(batch, 'attendance', record, decision);
}
