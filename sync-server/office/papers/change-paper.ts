import { samePayload } from '../../../domain/entries/merge.ts';
import { fail, ok } from '../../../domain/base/result.ts';
import * as ofPapers from '../../../domain/protocol/endpoints/office-papers/office-papers-endpoints.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { isCancelled } from '../../../domain/school/who/cancelled.ts';
import { defineAct } from '../act/define-act.ts';
import { FOR_THE_OFFICE, type OfficeAct } from '../act/office.ts';
import { notePapers, personOf } from './note-paper.ts';
import { checkPaper, keepsPaper } from './paper-faults.ts';
import { cancelled, paperRecord, type PaperRecord } from './paper-record.ts';
import { isRival, papersAt, paperShown } from './write-papers.ts';

/**
 * Puts a paper right. Where its key says something else from then on (another first day, another class), the one of before is taken back,
 * and the right one stands in its place.
 */
export const changePaper = defineAct(ofPapers.changePaper, () => async (act, { body }) => {
  const { paper } = body;
  const shown = await paperShown(act, body);
  if (!shown.ok) return shown;
  const before = shown.value;
  if (before.kind !== paper.kind || !keepsPaper(act, before)) return fail(FOR_THE_OFFICE);
  if (isOwn(act, before)) return fail(OWN_TASK);
  const verdict = checkPaper(act, paper);
  if (!verdict.ok) return verdict;
  const record = paperRecord(act, paper, before);
  const moved = record.id !== before.id;
  const [there] = moved ? await papersAt(act, [record.id]) : [];
  if ((there && !isCancelled(there)) || isRival(act, paper, [], before.id))
    return fail({ kind: 'notPossible', message: 'It stands already', reason: 'alreadyWritten' });
  await act.write(moved ? [cancelled(before), record] : [record]);
  const after = await papersAt(act, [record.id]);
  const isEnded = after.every((one) => isOnlyEnded(before, one));
  // Whoever loses the paper by it stands in the register, too.
  const lost = after.some((one) => personOf(one) !== personOf(before)) ? [before] : [];
  await notePapers(act, isEnded ? 'paperEnded' : 'paperCorrected', [...lost, ...after]);
  return ok({ ids: [record.id] });
});

/** Takes a paper back that was written by mistake. */
export const cancelPaper = defineAct(ofPapers.cancelPaper, () => async (act, { body }) => {
  const shown = await paperShown(act, body);
  if (!shown.ok) return shown;
  const paper = shown.value;
  if (!keepsPaper(act, paper)) return fail(FOR_THE_OFFICE);
  if (isOwn(act, paper)) return fail(OWN_TASK);
  if (paper.kind === 'group' && isInUse(act, paper))
    return fail({ kind: 'notPossible', message: 'Pupils are in it', reason: 'groupInUse' });
  await act.write([cancelled(paper)]);
  await notePapers(act, 'paperCancelled', [paper]);
  return ok(null);
});

const OWN_TASK: Failure = { kind: 'notPossible', message: 'It is about the clerk', reason: 'ownTask' };

/** Nobody takes an appointment from themselves, nor gives it away. */
function isOwn({ who }: Pick<OfficeAct, 'who'>, paper: PaperRecord): boolean {
  return paper.kind === 'appointment' && paper.person === who.person;
}

/** Whether nothing of a paper has changed but that it has a last day now. */
function isOnlyEnded(before: PaperRecord, after: PaperRecord): boolean {
  if (!('from' in before) || !('to' in after) || before.to === after.to) return false;
  return samePayload({ ...before, to: after.to }, after);
}

function isInUse(
  { snapshot }: Parameters<typeof keepsPaper>[0],
  { class: ofClass, code }: Extract<PaperRecord, { readonly kind: 'group' }>,
): boolean {
  return [...snapshot.enrolmentsOf.keys()]
    .flatMap((pupil) => snapshot.groupsOfPupil(pupil))
    .some((one) => one.class === ofClass && one.group === code && !isCancelled(one));
}
