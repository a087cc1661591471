import { ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type {
  SetAsideAnswer,
  SetAsideRequest,
} from '../../../domain/protocol/endpoints/office/office-restored.ts';
import type { OperationDetails } from '../../../domain/protocol/endpoints/office/operations.ts';
import { classNameIn } from '../../school/class-name.ts';
import { officeEvent, officeOf, requireOffice, type OfficeContext } from '../act/office.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';

/** Takes places that only a colleague's device holds off the office's list, in the clerk's name. */
export type SetAside = (who: SignedIn, request: SetAsideRequest) => Promise<Result<SetAsideAnswer, Failure>>;

/**
 * A device can claim anything: what it says to hold may never have been. A clerk who has asked says so; the place stays in the store with
 * who looked at it and when, and what is reported after it was shown comes into the list as before.
 */
export function createSetAside(context: Pick<OfficeContext, 'storage' | 'directory' | 'now'>): SetAside {
  const { storage } = context;
  return async (who, { places }) => {
    const found = await officeOf(context, who);
    if (!found.ok) return found;
    const office = found.value;
    const done = await storage.transaction(who.school, async (transaction) => {
      await requireOffice(context, transaction, who);
      const details: OperationDetails[] = [];
      for (const place of places) {
        const shown = { ...place, until: Date.parse(place.reportedAt) };
        const was = await transaction.lookAtHeld(shown, { at: office.at, by: office.by });
        if (!was) continue;
        const schoolClass = office.snapshot.classes.get(was.class);
        const name = schoolClass ? classNameIn(office.snapshot, schoolClass) : was.class;
        details.push({ collection: place.collection, class: name, day: was.day });
      }
      return details;
    });
    await storage.accounts.transaction(async (transaction) => {
      for (const details of done)
        await transaction.addEvent(officeEvent(office, who.username, 'missingSetAside', details));
    });
    return ok({ done: done.length });
  };
}
