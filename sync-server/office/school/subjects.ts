import { fail, ok } from '../../../domain/base/result.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { defineAct } from '../act/define-act.ts';

/**
 * Says what rules know a subject as (D27, D62, D70): its name says nothing of itself, and an import only proposes. What was assessed in it before stays as it
 * was written.
 */
export const saySubject = defineAct(ofOffice.saySubject, () => async (act, { body }) => {
  const subject = act.snapshot.subjects.get(body.subject);
  if (subject?.entry !== body.seen)
    return fail({ kind: 'notPossible', message: 'The subject is another one by now', reason: 'changed' });
  const changed: Subject = { ...subject, special: body.special };
  await act.write([changed]);
  await act.note(act.by, 'subjectSaid', { subject: subject.name, special: body.special });
  return ok(null);
});
