import { fail, ok } from '../../domain/base/result.ts';
import { NOTHING, type ActEndpoint } from '../../domain/protocol/endpoint.ts';
import { defineAct } from '../office/act/define-act.ts';
import { changeSchool } from '../office/school/school-record.ts';

const toyEndpoint = {
  audience: 'office',
  method: 'POST',
  path: '/api/office/toy',
  body: {
    type: 'object',
    properties: { city: { type: 'string', maxLength: 40 } },
    required: ['city'],
    additionalProperties: false,
  },
  answer: NOTHING,
  notes: ['contactsChanged'],
} as const satisfies ActEndpoint;

/** An act that is in the tests alone: beside its line in the list, the server is told of it by this. */
export const toyAct = defineAct(toyEndpoint, ({ now }) => async (act, { body: { city } }) => {
  const changed = await changeSchool(act, (record) => ok({ ...record, city }));
  if (!changed.ok) return changed;
  await act.note(act.by, 'contactsChanged', { day: new Date(now()).toISOString().slice(0, 10) });
  return city === 'Atlantide' ? fail({ kind: 'notPossible', message: 'No such city' }) : ok(null);
});
