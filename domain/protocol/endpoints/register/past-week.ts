import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { lessonSchema } from '../../../kinds/lesson/record.ts';
import { plannedLessonSchema } from '../../../kinds/planned-lesson/record.ts';

/** What happened in a week of a class of a school year that is over, and what whoever asks had planned for it. */
export const pastWeekSchema = {
  type: 'object',
  properties: {
    done: { type: 'array', items: lessonSchema },
    planned: { type: 'array', items: plannedLessonSchema },
  },
  required: ['done', 'planned'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Lessons and own plans of a week. */
export type PastWeek = Infer<typeof pastWeekSchema>;
