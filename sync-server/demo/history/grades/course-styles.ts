import type { AssessmentType } from '../../../../domain/grades/assessment-types.ts';
import { BESIDE_RELIGION } from '../../plan/curriculum.ts';

/** How a subject is assessed, column after column, again from the first. */
type Style = readonly AssessmentType[];

const STYLES: Readonly<Record<string, Style>> = {
  Italiano: ['written', 'oral'],
  Latino: ['written', 'oral'],
  Inglese: ['written', 'oral'],
  Francese: ['written', 'oral'],
  Spagnolo: ['written', 'oral'],
  Matematica: ['written', 'written', 'oral'],
  Fisica: ['written', 'oral'],
  'Scienze naturali': ['oral', 'written'],
  Informatica: ['practical', 'written'],
  Tecnologia: ['graphic', 'oral'],
  Musica: ['practical', 'oral'],
  'Arte e immagine': ['graphic'],
  "Disegno e storia dell'arte": ['graphic', 'oral'],
  'Educazione fisica': ['practical'],
  'Scienze motorie': ['practical'],
};
const BY_WORD_OF_MOUTH: Style = ['oral', 'written'];
/** Hours in which nobody is assessed. */
const NOT_ASSESSED: ReadonlySet<string> = new Set(['Mensa', 'Sostegno', BESIDE_RELIGION.assistedStudy]);

/** How a subject is assessed; undefined where it is not. */
export function styleOf(subject: string): Style | undefined {
  return NOT_ASSESSED.has(subject) ? undefined : (STYLES[subject] ?? BY_WORD_OF_MOUTH);
}

/** Subjects whose written tests have points of their own (D53). */
export const WITH_POINTS: ReadonlySet<string> = new Set([
  'Matematica',
  'Fisica',
  'Latino',
  'Scienze naturali',
]);
/** Those of which a test may stay in points, beside the grades. */
export const WITH_RAW_TESTS: ReadonlySet<string> = new Set(['Inglese']);
/** Those of which texts are judged by a rubric (D54). */
export const WITH_RUBRICS: ReadonlySet<string> = new Set(['Italiano']);
