import { PAGES as PAGES_OF_THE_PRODUCT } from '../../app/pages/page-list.ts';
import { toyPage } from './page.tsx';

/** The list of the product with one line more. */
export const PAGES = [...PAGES_OF_THE_PRODUCT, toyPage] as const;
