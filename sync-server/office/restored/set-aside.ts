import { ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type {
  SetAsideAnswer,
  SetAsideRequest,
} from '../../../domain/protocol/endpoints/office/office-restored.ts';
import { classNameIn } from '../../school/class-name.ts';
import type { OfficeContext } from '../act/office.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';

/** Takes places that only a colleague's device holds off the office's list, in the clerk's name. */
export type SetAside = (who: SignedIn, request: SetAsideRequest) => Promise<Result<SetAsideAnswer, Failure>>;

/**
 * A device can claim anything: what it says to hold may never have been. A clerk who has asked says so; the place stays in the store with
 * who looked at it and when, and what is reported after it was shown comes into the list as before.
 */
export function createSetAside({ act: run }: Pick<OfficeContext, 'act'>): SetAside {
  return async (who, { places }) =>
    await run(who, async (act) => {
      let done = 0;
      for (const place of places) {
        const shown = { ...place, until: Date.parse(place.reportedAt) };
        const was = await act.records.lookAtHeld(shown, { at: act.at, by: act.by });
        if (!was) continue;
        const schoolClass = act.snapshot.classes.get(was.class);
        const name = schoolClass ? classNameIn(act.snapshot, schoolClass) : was.class;
        await act.note(act.by, 'missingSetAside', {
          collection: place.collection,
          class: name,
          day: was.day,
        });
        done += 1;
      }
      return ok({ done });
    });
}
