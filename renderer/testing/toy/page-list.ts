import { PAGES as PAGES_OF_THE_PRODUCT } from '../../app/pages/page-list.ts';
import { gradeFormsPage } from '../grade-forms/page.tsx';
import { gridPage } from '../grid/page.tsx';
import { toyPage } from './page.tsx';

/** The list of the product, and pages of the tests alone. */
export const PAGES = [...PAGES_OF_THE_PRODUCT, toyPage, gridPage, gradeFormsPage] as const;
