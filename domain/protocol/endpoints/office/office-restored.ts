import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { HELD_KINDS } from '../../../kinds/held-kinds.ts';
import { field } from '../../../record/fields.ts';
import { batchOf } from '../../batch.ts';

/** Names a place as the list shows it: what is reported of it later is another piece of news. */
const shownPlace = {
  entry: field.entryId,
  kind: { type: 'string', enum: HELD_KINDS },
  id: field.id,
  author: field.personId,
  /** When a device last reported it. */
  reportedAt: field.instant,
} as const satisfies Record<string, JsonSchema>;

const placeSchema = {
  type: 'object',
  properties: {
    ...shownPlace,
    class: field.classId,
    day: field.day,
    authorName: { type: 'string' },
    recordedAt: field.instant,
    /** Whose device holds it, and which. */
    heldBy: { type: 'string' },
    device: { type: 'string' },
    /** Which clerk has looked at it, and when; absent while it waits. */
    seenAt: field.instant,
    seenBy: { type: 'string' },
  },
  required: [
    ...(['entry', 'kind', 'id', 'author', 'reportedAt'] as const),
    ...(['class', 'day', 'authorName', 'recordedAt', 'heldBy', 'device'] as const),
  ],
  additionalProperties: false,
} as const satisfies JsonSchema;

/**
 * What came back, and what did not, after the server's store was put back from an older copy (`GET /api/office/restored`): the devices
 * that have noticed, and the places whose content only a colleague's device still holds. No content of a record.
 */
export const officeRestoredSchema = {
  type: 'object',
  properties: {
    devices: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          device: { type: 'string' },
          noticedAt: field.instant,
          /** Absent while the device has not sent everything again. */
          endedAt: field.instant,
          cameBack: { type: 'integer' },
        },
        required: ['name', 'device', 'noticedAt', 'cameBack'],
        additionalProperties: false,
      },
    },
    missing: { type: 'array', items: placeSchema },
    /** Places that a clerk has set aside: a device can claim anything, and nothing is deleted for that. */
    setAside: { type: 'array', items: placeSchema },
  },
  required: ['devices', 'missing', 'setAside'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What came back after a store was put back, and what did not. */
export type OfficeRestored = Infer<typeof officeRestoredSchema>;

/** `POST /api/office/restored/set-aside`: places that a clerk has looked at and does not wait for. */
export const setAsideRequestSchema = {
  type: 'object',
  properties: {
    places: batchOf({
      type: 'object',
      properties: shownPlace,
      required: ['entry', 'kind', 'id', 'author', 'reportedAt'],
      additionalProperties: false,
    }),
  },
  required: ['places'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Places that a clerk has looked at. */
export type SetAsideRequest = Infer<typeof setAsideRequestSchema>;

/** How many of them were still in the list. */
export const setAsideAnswerSchema = {
  type: 'object',
  properties: { done: { type: 'integer', minimum: 0 } },
  required: ['done'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** How many of the places were still in the list. */
export type SetAsideAnswer = Infer<typeof setAsideAnswerSchema>;
