import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import * as ofPapers from '../../../domain/protocol/endpoints/office-papers/office-papers-endpoints.ts';
import type { Paper } from '../../../domain/school/who/paper.ts';
import { isCancelled } from '../../../domain/school/who/cancelled.ts';
import { defineAct } from '../act/define-act.ts';
import type { OfficeAct } from '../act/office.ts';
import { notePapers } from './note-paper.ts';
import { checkPaper } from './paper-faults.ts';
import { isPaper, paperRecord, type PaperRecord } from './paper-record.ts';

/**
 * Writes papers that are new. Of what a pupil has one of (D204), the newest word of a day stands over those of before: these are left as
 * they are, so that one of them holds again where the newest has ended or is taken back.
 */
export const writePapers = defineAct(ofPapers.writePapers, () => async (act, { body: { papers } }) => {
  for (const paper of papers) {
    const verdict = checkPaper(act, paper);
    if (!verdict.ok) return verdict;
  }
  const records = papers.map((paper) => paperRecord(act, paper));
  const ids = records.map(({ id }) => id);
  const standing = await papersAt(act, ids);
  const isTwice =
    new Set(ids).size < ids.length ||
    papers.some((paper, index) => isRival(act, paper, papers.slice(0, index)));
  if (isTwice || standing.some((one) => !isCancelled(one)))
    return fail({ kind: 'notPossible', message: 'It stands already', reason: 'alreadyWritten' });
  await act.write(records);
  await notePapers(act, 'paperWritten', await papersAt(act, ids));
  return ok({ ids });
});

/** The papers that stand under these keys. */
export async function papersAt(
  { records }: Pick<OfficeAct, 'records'>,
  ids: readonly string[],
): Promise<readonly PaperRecord[]> {
  const texts = await records.documents('roster', ids);
  return [...texts.values()].map(storedRecord).filter(isPaper);
}

/** The paper that a clerk was shown, if it still stands so. */
export async function paperShown(
  act: Pick<OfficeAct, 'records'>,
  { id, seen }: { readonly id: string; readonly seen: string },
): Promise<Result<PaperRecord, Failure>> {
  const [paper] = await papersAt(act, [id]);
  if (paper?.entry === seen) return ok(paper);
  return fail({ kind: 'notPossible', message: 'It has changed meanwhile', reason: 'changed' });
}

/** Whether a pupil is already put in a group of a class from the same day on: of two such words, neither is the newer (D204). */
export function isRival(
  { snapshot }: Pick<OfficeAct, 'snapshot'>,
  paper: Paper,
  along: readonly Paper[] = [],
  replaced?: string,
): boolean {
  if (paper.kind !== 'groupMembership') return false;
  const standing = snapshot
    .groupsOfPupil(paper.pupil)
    .filter((one) => one.id !== replaced && !isCancelled(one));
  return [...standing, ...along].some(
    (one) =>
      one.kind === 'groupMembership' &&
      one.pupil === paper.pupil &&
      one.class === paper.class &&
      one.from === paper.from,
  );
}
