import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { GRADE_SCALES, hasAverages, type GradeScale } from '../../domain/grades/scales.ts';

const made = new WeakMap<TFunction, TFunction>();

/**
 * The texts of a gradebook in the words of a scale: where it has judgements nothing is called a «voto», but a «valutazione» or a «giudizio» (D66–D68). A key that
 * ends in `_words` is what its text is in such a scale; one that has none is the same in all. The same function for the same texts.
 */
export function inScale(t: TFunction, scale: GradeScale | undefined): TFunction {
  if (scale === undefined || hasAverages(scale)) return t;
  const known = made.get(t);
  if (known) return known;
  const said = ((key: string, values?: object) =>
    (t as (key: string, values: object) => string)(key, {
      context: 'words',
      ...values,
    })) as unknown as TFunction;
  made.set(t, said);
  return said;
}

/** The scale of the course, or of the courses, that a part of a page is about; none where it is about no course. */
export const ScaleOfPart = createContext<GradeScale | undefined>(undefined);

/** The texts of a component of the gradebook: in the words of the scale that it names, else of the part of the page in which it stands. */
export function useScaleTexts(scale?: GradeScale): { readonly t: TFunction } {
  const { t } = useTranslation();
  const around = useContext(ScaleOfPart);
  return { t: inScale(t, scale ?? around) };
}

/** The words that a record is told in: by its scale, where it has one. */
export function inScaleOf<W extends { readonly t: TFunction }>(record: object, words: W): W {
  const said: unknown = Reflect.get(record, 'scale');
  const scale = GRADE_SCALES.find((each) => each === said);
  return { ...words, t: inScale(words.t, scale) };
}

/** The scale that several courses are told in together: one of words only where all of them have words. */
export function sharedScale(scales: readonly GradeScale[]): GradeScale | undefined {
  return scales.find(hasAverages) ?? scales[0];
}
