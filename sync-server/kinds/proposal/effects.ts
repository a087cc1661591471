import type { Proposal } from '../../../domain/kinds/proposal/record.ts';
import { asksWhatWasSaid, saidByProposal } from '../../../domain/kinds/proposal/write-rights.ts';
import type { Batch } from '../../register/batch/batch.ts';
import { saidBefore } from '../assessed/said-before.ts';
import type { KindEffects } from '../effects.ts';

/** A proposal that is taken back and put back is judged by what it said before: its subject may have another scale by now (D27, D73). */
export const proposalEffects: KindEffects<Proposal> = {
  read,
  facts: (batch, record, facts) => ({ ...facts, ...saidBefore(batch, record, saidByProposal) }),
};

async function read(batch: Batch, next: Proposal): Promise<void> {
  const stands = batch.current('grades', next.id);
  if (stands?.kind === 'proposal' && asksWhatWasSaid(stands, next, batch.factsFor(next)))
    await batch.versionsOf('grades', next.id);
}
