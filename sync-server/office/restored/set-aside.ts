import { ok } from '../../../domain/base/result.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { classNameIn } from '../../school/class-name.ts';
import { defineAct } from '../act/define-act.ts';

/**
 * Takes places that only a colleague's device holds off the office's list, in the clerk's name. A device can claim anything: what it says
 * to hold may never have been. A clerk who has asked says so; the place stays in the store with who looked at it and when, and what is
 * reported after it was shown comes into the list as before.
 */
export const setPlacesAside = defineAct(ofOffice.setPlacesAside, () => async (act, { body: { places } }) => {
  let done = 0;
  for (const place of places) {
    const shown = { ...place, until: Date.parse(place.reportedAt) };
    const was = await act.records.lookAtHeld(shown, { at: act.at, by: act.by });
    if (!was) continue;
    const schoolClass = act.snapshot.classes.get(was.class);
    const name = schoolClass ? classNameIn(act.snapshot, schoolClass) : was.class;
    await act.note(act.by, 'missingSetAside', {
      recordKind: place.kind,
      class: name,
      day: was.day,
    });
    done += 1;
  }
  return ok({ done });
});
