import { assignedSchema, unassignedSchema } from '../../../school/who/assigned.ts';
import { NOTHING, type ActEndpoint } from '../../endpoint.ts';

/** Who stands in for whom, as principal, principal's staff and personnel office decide it (F.5). */
const OFFICE = { audience: 'office', duty: 'substitutions', patience: 8, bodyLimit: 2048 } as const;
const SUBSTITUTIONS = '/api/office/substitutions';

/** Gives an hour to somebody; whoever had it for the same colleague has it no more. */
export const assignSubstitution = {
  ...OFFICE,
  method: 'POST',
  path: SUBSTITUTIONS,
  body: assignedSchema,
  answer: NOTHING,
  notes: ['substitutionAssigned', 'substitutionCancelled'],
} as const satisfies ActEndpoint;

/** Takes an hour back that was given to somebody. */
export const cancelSubstitution = {
  ...OFFICE,
  method: 'POST',
  path: `${SUBSTITUTIONS}/cancel`,
  body: unassignedSchema,
  answer: NOTHING,
  notes: ['substitutionCancelled'],
} as const satisfies ActEndpoint;
