import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';

/** A kind of teaching post: subjects that one teacher has, in bundles that stay together within a class. */
export interface Chair {
  readonly key: string;
  /** Each bundle goes to one teacher; a class's further bundles go to the same teacher while hours are left. */
  readonly bundles: readonly (readonly string[])[];
}

/** Contract hours of a teacher by level. */
export const CONTRACT_HOURS: Readonly<Record<SchoolLevel, number>> = {
  primary: 22,
  lowerSecondary: 18,
  upperSecondary: 18,
};

/** Teaching posts by level. */
export const CHAIRS: Readonly<Record<SchoolLevel, readonly Chair[]>> = {
  primary: [
    { key: 'humanities', bundles: [['Italiano', 'Storia', 'Geografia', 'Musica', 'Arte e immagine']] },
    { key: 'sciences', bundles: [['Matematica', 'Scienze', 'Tecnologia', 'Educazione civica']] },
    { key: 'english', bundles: [['Inglese']] },
    { key: 'movement', bundles: [['Educazione fisica']] },
    { key: 'religion', bundles: [['Religione cattolica']] },
  ],
  lowerSecondary: [
    { key: 'letters', bundles: [['Italiano', 'Storia'], ['Geografia']] },
    { key: 'maths', bundles: [['Matematica', 'Scienze']] },
    { key: 'english', bundles: [['Inglese']] },
    { key: 'french', bundles: [['Francese']] },
    { key: 'spanish', bundles: [['Spagnolo']] },
    { key: 'technology', bundles: [['Tecnologia']] },
    { key: 'art', bundles: [['Arte e immagine']] },
    { key: 'music', bundles: [['Musica']] },
    { key: 'movement', bundles: [['Educazione fisica']] },
    { key: 'religion', bundles: [['Religione cattolica']] },
  ],
  upperSecondary: [
    { key: 'letters', bundles: [['Italiano', 'Latino', 'Storia e geografia']] },
    { key: 'philosophy', bundles: [['Storia', 'Filosofia']] },
    { key: 'maths', bundles: [['Matematica', 'Fisica']] },
    { key: 'english', bundles: [['Inglese']] },
    { key: 'science', bundles: [['Scienze naturali']] },
    { key: 'art', bundles: [["Disegno e storia dell'arte"]] },
    { key: 'computing', bundles: [['Informatica']] },
    { key: 'movement', bundles: [['Scienze motorie']] },
    { key: 'religion', bundles: [['Religione cattolica']] },
  ],
};
