import type { PersonId } from '../../../domain/base/ids.ts';
import type { Proposed } from '../../../domain/kinds/proposal/record.ts';
import type { Refused } from '../../ui/grid/model/history.ts';
import type { Overlays } from '../../ui/grid/model/overlays.ts';

/** A proposal that is typed and not written. */
export interface TypedProposal {
  readonly text: string;
  /** What stood there when it was typed: it is written in its place. */
  readonly over: Proposed;
  /** Why it cannot be written, or was not taken, as a sentence. */
  readonly reason?: string;
}

/** The proposals of a course that are typed and not written, for as long as the register is open. */
export interface WaitingProposals {
  readonly of: (pupil: PersonId) => TypedProposal | undefined;
  /** What waits there now; nothing once it is on its way. */
  readonly put: (pupil: PersonId, typed: TypedProposal | undefined) => void;
}

/** What waits, as it was typed. */
const meant = new WeakMap<Refused, TypedProposal>();

/** The one column that is written. */
const OWN = 'own';

/** Those that wait in the layers of a page. */
export function waitingIn(layers: Overlays): WaitingProposals {
  return {
    of(pupil) {
      const { refused } = layers.at({ row: pupil, column: OWN });
      return refused && meant.get(refused);
    },
    put(pupil, typed) {
      const refused = typed && { text: typed.text, reason: typed.reason ?? '', over: '' };
      if (refused) meant.set(refused, typed);
      layers.put([{ row: pupil, column: OWN, refused }]);
    },
  };
}
