/** Scritto, orale, pratico, grafico, unico: the ways in which a pupil is assessed, each with averages of its own (D23, D59). */
export const ASSESSMENT_TYPES = ['written', 'oral', 'practical', 'graphic', 'single'] as const;
/** One of them. */
export type AssessmentType = (typeof ASSESSMENT_TYPES)[number];
