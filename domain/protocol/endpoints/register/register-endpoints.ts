import type { JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';
import type { Endpoint } from '../../endpoint.ts';
import { pastWeekSchema } from './past-week.ts';
import { historyVersionSchema, syncAnswerSchema, syncRequestSchema } from './sync.ts';

/** Everything that a device has written, and everything that it does not know yet. The server bounds it by its own measure. */
export const synchronise = {
  method: 'POST',
  path: '/api/sync',
  audience: 'device',
  body: syncRequestSchema,
  answer: syncAnswerSchema,
} as const satisfies Endpoint;

/**
 * The accepted versions of a record, with both times and the links of the hash chain: the newest ones, or those before one of them (`below` its sequence). With the newest
 * come its first one and those that changed what owes a reason (D78), each with the one before it, however much was written since.
 */
export const readHistory = {
  method: 'GET',
  path: '/api/history/:collection/:id',
  audience: 'device',
  params: {
    type: 'object',
    properties: {
      collection: { type: 'string', maxLength: 40 },
      id: { type: 'string', maxLength: 200 },
    },
    required: ['collection', 'id'],
  } as const satisfies JsonSchema,
  query: {
    type: 'object',
    properties: { below: { type: 'string', pattern: '^[0-9]{1,10}$' } },
    additionalProperties: false,
  } as const satisfies JsonSchema,
  answer: { type: 'array', items: historyVersionSchema },
} as const satisfies Endpoint;

/** A week of a class of a school year that is over, from its Monday on: for whoever reads that year of it. */
export const readPastWeek = {
  method: 'GET',
  path: '/api/past-week',
  audience: 'device',
  query: {
    type: 'object',
    properties: { class: field.classId, from: field.day },
    required: ['class', 'from'],
    additionalProperties: false,
  } as const satisfies JsonSchema,
  answer: pastWeekSchema,
} as const satisfies Endpoint;

/** The live stream that tells a device to pull: the main process holds it, and no page may ask it. */
export const followChanges = {
  method: 'GET',
  path: '/api/changes',
  audience: 'device',
  answer: { mediaTypes: ['text/event-stream'] },
} as const satisfies Endpoint;
