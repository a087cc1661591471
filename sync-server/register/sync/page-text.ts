import type { PageTexts } from './pull.ts';

/** A page as JSON text. Documents go out as the texts they are stored as: parsing and writing them again would be most of the work of a pull. */
export function pageText([collection, page]: readonly [string, PageTexts]): string {
  const { documents, ...rest } = page;
  return `${JSON.stringify(collection)}:{"documents":[${documents.join(',')}],${JSON.stringify(rest).slice(1)}`;
}
