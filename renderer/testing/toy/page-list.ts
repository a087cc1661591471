import { PAGES as PAGES_OF_THE_PRODUCT } from '../../app/pages/page-list.ts';
import { gridPage } from '../grid/page.tsx';
import { toyPage } from './page.tsx';

/** The list of the product with two lines more. */
export const PAGES = [...PAGES_OF_THE_PRODUCT, toyPage, gridPage] as const;
