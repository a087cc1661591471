/** What is taught in the hour of religion: religion, its alternative, and study under a teacher (D94). */
export const RELIGION_HOUR_SUBJECTS = ['religion', 'alternative', 'assistedStudy'] as const;

/** What rules know a subject as: one of the hour of religion, civics (D70), behaviour (D62), or none of these. */
export const SPECIAL_SUBJECTS = [...RELIGION_HOUR_SUBJECTS, 'civics', 'behaviour', 'ordinary'] as const;
/** One of them. */
export type SpecialSubject = (typeof SPECIAL_SUBJECTS)[number];
