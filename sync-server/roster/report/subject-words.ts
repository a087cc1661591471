import type { SpecialSubject } from '../../../domain/grades/special-subjects.ts';
import type { Texts } from './report-language.ts';

/** What an import takes a subject for, with what follows of it. */
const TAKEN_FOR: Readonly<Record<SpecialSubject, Texts>> = {
  religion: {
    it: 'religione cattolica (giudizi, fuori dalle medie, non letti dai colleghi)',
    en: 'catholic religion (judgements, in no average, not read by colleagues)',
  },
  alternative: {
    it: 'attività alternativa alla religione (giudizi, fuori dalle medie)',
    en: 'the alternative to religion (judgements, in no average)',
  },
  assistedStudy: {
    it: 'studio assistito nell’ora di religione',
    en: 'assisted study in the hour of religion',
  },
  civics: {
    it: 'educazione civica (propone ognuno dei docenti che l’hanno)',
    en: 'civics (each teacher who has it proposes)',
  },
  behaviour: {
    it: 'comportamento (fuori dalla media generale)',
    en: 'behaviour (not in the overall average)',
  },
  ordinary: { it: 'una materia come le altre', en: 'a subject like the others' },
};

/** Says for what a subject is taken by its name. */
export function subjectProposed(name: string, special: SpecialSubject): Texts {
  const { it, en } = TAKEN_FOR[special];
  return { it: `${name}: ${it}`, en: `${name}: ${en}` };
}
