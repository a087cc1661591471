import { isAssessedIn } from '../../../domain/hours/taking/pupils-taking.ts';
import type { Proposal } from '../../../domain/kinds/proposal/record.ts';
import type { KindEffects } from '../effects.ts';

/** A proposal is judged with whose its subject is: a group's, or of those who take part in what is taught in the hour of religion (D94, D204). */
export const proposalEffects: KindEffects<Proposal> = {
  facts: ({ snapshot }, _record, facts) => ({
    ...facts,
    isAssessed: (of, pupil, on) => isAssessedIn(snapshot, of, pupil, on),
  }),
};
