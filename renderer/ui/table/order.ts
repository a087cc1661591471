import { constructSortFn } from '@tanstack/react-table';

/** As an Italian reader looks things up: accents, capitals and apostrophes ignored, 2A before 10A. */
const italian = new Intl.Collator('it', { sensitivity: 'base', ignorePunctuation: true, numeric: true });

/** Orders rows by the text of a column. */
export const byText = constructSortFn({ sort: (a: string, b: string) => italian.compare(a, b) });

/** Orders rows by the number of a column. */
export const byNumber = constructSortFn({ sort: (a: number, b: number) => a - b });

/** Orders rows by several texts, the first that differs deciding: a day in words would stand by the name of its weekday. */
export const byTexts = constructSortFn({
  sort(a: readonly string[], b: readonly string[]) {
    for (const [index, text] of a.entries()) {
      const order = italian.compare(text, b[index] ?? '');
      if (order !== 0) return order;
    }
    return a.length - b.length;
  },
});
