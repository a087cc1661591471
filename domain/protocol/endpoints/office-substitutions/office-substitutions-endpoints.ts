import { assignedHoursSchema, unassignedSchema } from '../../../school/who/assigned.ts';
import { NOTHING, type ActEndpoint } from '../../endpoint.ts';

/** Who stands in for whom, as principal, principal's staff and personnel office decide it (F.5). */
const OFFICE = { audience: 'office', duty: 'substitutions', patience: 8 } as const;
const SUBSTITUTIONS = '/api/office/substitutions';

/** Gives hours to somebody, all of them or none; whoever had one for the same colleague has it no more. */
export const assignSubstitution = {
  ...OFFICE,
  method: 'POST',
  path: SUBSTITUTIONS,
  body: assignedHoursSchema,
  bodyLimit: 16_384,
  answer: NOTHING,
  notes: ['substitutionAssigned', 'substitutionCancelled'],
} as const satisfies ActEndpoint;

/** Takes an hour back that was given to somebody. */
export const cancelSubstitution = {
  ...OFFICE,
  method: 'POST',
  path: `${SUBSTITUTIONS}/cancel`,
  body: unassignedSchema,
  bodyLimit: 2048,
  answer: NOTHING,
  notes: ['substitutionCancelled'],
} as const satisfies ActEndpoint;
