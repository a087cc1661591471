import {
  assessmentSchema,
  conversionSchema,
  rubricSchema,
  scoredTestSchema,
} from '../../../domain/kinds/assessment/record.ts';
import { gradeSchema, gradeValueSchema } from '../../../domain/kinds/grade/record.ts';

const { topic, comment, weight, objectives } = assessmentSchema.properties;
const { criteria } = rubricSchema.properties;
const { name: criterionName, levels } = criteria.items.properties;
const { judgement } = gradeValueSchema.properties;
const ofGrade = gradeSchema.properties;

/** How long the texts of a gradebook may be, how many of a list there may be, and how much they may come to: as much as its records hold. */
export const LIMITS = {
  topic: topic.maxLength,
  comment: comment.maxLength,
  weight: weight.maximum,
  objectives: objectives.maxItems,
  objective: objectives.items.properties.name.maxLength,
  criteria: criteria.maxItems,
  criterion: criterionName.maxLength,
  fewestLevels: levels.minItems,
  levels: levels.maxItems,
  level: levels.items.properties.name.maxLength,
  corners: conversionSchema.properties.points.maxItems,
  /** In hundredths. */
  points: scoredTestSchema.properties.maximum.maximum,
  judgement: judgement.maxLength,
  gradeComment: ofGrade.comment.maxLength,
  privateComment: ofGrade.privateComment.maxLength,
  levelOfObjective: ofGrade.objectives.items.properties.level.maxLength,
} as const;
