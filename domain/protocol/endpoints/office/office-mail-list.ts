import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';

/** `GET /api/office/mails`: messages on their way and those that did not arrive, newest first. */
export const officeMailsSchema = {
  type: 'object',
  properties: {
    canMail: { type: 'boolean' },
    mails: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: field.id,
          username: field.shortText,
          kind: field.shortText,
          to: field.shortText,
          subject: field.shortText,
          state: { type: 'string', enum: ['queued', 'sent', 'failed', 'cancelled', 'printed'] },
          attempts: { type: 'integer' },
          createdAt: field.instant,
          nextTryAt: field.instant,
          sentAt: field.instant,
          lastError: field.shortText,
          /** Whether it can be tried again at once: its words are still there, and its link still works. */
          retriable: { type: 'boolean' },
        },
        required: ['id', 'username', 'kind', 'to', 'subject', 'state', 'attempts', 'createdAt', 'retriable'],
        additionalProperties: false,
      },
    },
  },
  required: ['canMail', 'mails'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Messages on their way and those that did not arrive. */
export type OfficeMails = Infer<typeof officeMailsSchema>;
