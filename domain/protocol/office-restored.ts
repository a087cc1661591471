import type { Infer, JsonSchema } from '../base/schema.ts';
import { field } from '../records/fields.ts';

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
    missing: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          collection: { type: 'string', enum: ['lessons', 'attendance'] },
          id: field.id,
          class: field.classId,
          day: field.day,
          author: field.personId,
          authorName: { type: 'string' },
          recordedAt: field.instant,
          /** Whose device holds it, and which. */
          heldBy: { type: 'string' },
          device: { type: 'string' },
        },
        required: [
          'collection',
          'id',
          'class',
          'day',
          'author',
          'authorName',
          'recordedAt',
          'heldBy',
          'device',
        ],
        additionalProperties: false,
      },
    },
  },
  required: ['devices', 'missing'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What came back after a store was put back, and what did not. */
export type OfficeRestored = Infer<typeof officeRestoredSchema>;
