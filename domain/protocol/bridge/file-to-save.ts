import type { Infer, JsonSchema } from '../../base/schema.ts';

/** A file to save through the system's dialog. */
export const fileToSaveSchema = {
  type: 'object',
  properties: {
    suggestedName: { type: 'string', minLength: 1, maxLength: 120 },
    mediaType: { type: 'string', enum: ['application/json', 'text/csv', 'application/pdf', 'text/plain'] },
    /** Text, or base 64 of the bytes for a PDF. */
    content: { type: 'string', maxLength: 50_000_000 },
  },
  required: ['suggestedName', 'mediaType', 'content'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A file to save through the system's dialog. */
export type FileToSave = Infer<typeof fileToSaveSchema>;
