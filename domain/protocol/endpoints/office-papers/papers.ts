import type { JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';
import { paperSchema } from '../../../school/who/paper.ts';

/** As many as a class has, and more: papers that are written together are one decision. */
export const PAPERS_AT_ONCE = 60;

/** `POST /api/office/papers`: papers that are new. */
export const writePapersSchema = {
  type: 'object',
  properties: { papers: { type: 'array', items: paperSchema, minItems: 1, maxItems: PAPERS_AT_ONCE } },
  required: ['papers'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The papers that were written, by their keys. */
export const papersWrittenSchema = {
  type: 'object',
  properties: { ids: { type: 'array', items: field.id } },
  required: ['ids'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** `POST /api/office/papers/change`: a paper as it ought to be, in the place of the version that the clerk was shown. */
export const changePaperSchema = {
  type: 'object',
  properties: { id: field.id, seen: field.entryId, paper: paperSchema },
  required: ['id', 'seen', 'paper'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** `POST /api/office/papers/cancel`: a paper that was written by mistake, in the version that the clerk was shown. */
export const cancelPaperSchema = {
  type: 'object',
  properties: { id: field.id, seen: field.entryId },
  required: ['id', 'seen'],
  additionalProperties: false,
} as const satisfies JsonSchema;
