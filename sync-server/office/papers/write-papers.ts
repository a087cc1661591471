import { addDays } from '../../../domain/base/local-date.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import * as ofPapers from '../../../domain/protocol/endpoints/office-papers/office-papers-endpoints.ts';
import type { Paper } from '../../../domain/school/who/paper.ts';
import { isCancelled } from '../../../domain/school/who/cancelled.ts';
import { defineAct } from '../act/define-act.ts';
import type { OfficeAct, Wanted } from '../act/office.ts';
import { notePapers } from './note-paper.ts';
import { checkPaper } from './paper-faults.ts';
import { isPaper, paperRecord, type PaperRecord } from './paper-record.ts';

/** Writes papers that are new. Of what a pupil has one of, the one of before ends the day before. */
export const writePapers = defineAct(ofPapers.writePapers, () => async (act, { body: { papers } }) => {
  for (const paper of papers) {
    const verdict = checkPaper(act, paper);
    if (!verdict.ok) return verdict;
  }
  const records = papers.map((paper) => paperRecord(act, paper));
  const ids = records.map(({ id }) => id);
  const standing = await papersAt(act, ids);
  const isTwice = new Set(ids).size < ids.length;
  if (isTwice || standing.some((one) => !isCancelled(one)))
    return fail({ kind: 'notPossible', message: 'It stands already', reason: 'alreadyWritten' });
  await act.write([...papers.flatMap((paper) => followed(act, paper)), ...records]);
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

/** What a new paper follows: a pupil is in one group of a class, and has made one choice, on a day. */
function followed({ snapshot }: Pick<OfficeAct, 'snapshot'>, paper: Paper): readonly Wanted[] {
  if (paper.kind !== 'groupMembership' && paper.kind !== 'religionChoice') return [];
  const { pupil, from } = paper;
  const all =
    paper.kind === 'groupMembership' ? snapshot.groupsOfPupil(pupil) : snapshot.religionChoicesOf(pupil);
  return all
    .filter((one) => one.class === paper.class && one.from < from)
    .filter(({ to }) => to === undefined || to >= from)
    .map((one) => ({ ...one, to: addDays(from, -1) }));
}
